package io.baedal.orchestrator.saga;

import java.util.List;

/**
 * The versions of the process that this instance runs; orders on others are left to newer builds.
 */
public interface RunnableVersions {

  /** Whether this instance runs orders on the version with this engine id. */
  boolean runs(String definitionId);

  /** Whether this instance starts orders on the version with this engine id. */
  boolean isStart(String definitionId);

  /** The engine's ids of the versions that are left to other builds. */
  List<String> others();
}
