package io.baedal.web.audit;

import org.jspecify.annotations.Nullable;

/**
 * What was requested, and from where.
 *
 * @param path without the query
 * @param address the address that the request came from
 * @param forwardedFor what a proxy said about the client; not verified
 * @param traceId null if the request belongs to no trace
 */
public record Call(
    String method,
    String path,
    String address,
    @Nullable String forwardedFor,
    @Nullable String traceId) {

  private static final int LONGEST_METHOD = 20;
  private static final int LONGEST_PATH = 300;
  private static final int LONGEST_ADDRESS = 100;

  /** A call with the texts of a client, which are cut to the length that is stored. */
  public static Call received(
      String method,
      String path,
      String address,
      @Nullable String forwardedFor,
      @Nullable String traceId) {
    return new Call(
        cut(method, LONGEST_METHOD),
        cut(path, LONGEST_PATH),
        cut(address, LONGEST_ADDRESS),
        forwardedFor == null ? null : cut(forwardedFor, LONGEST_ADDRESS),
        traceId);
  }

  /** Only printable ASCII is kept: a header can have any bytes. */
  private static String cut(String text, int longest) {
    String start = text.length() > longest ? text.substring(0, longest - 3) + "..." : text;
    return start.replaceAll("[^ -~]", "?");
  }
}
