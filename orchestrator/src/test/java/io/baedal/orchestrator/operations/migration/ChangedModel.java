package io.baedal.orchestrator.operations.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * A changed version of the real model. It has a new step with a compensation (orders are packed
 * before they are delivered), a new timer (stores are reminded), and new ids of a wait, two save
 * points and a compensation.
 */
public final class ChangedModel {

  public static final String TAG = "changed";

  /** The mappings of the changed ids; the deadline of the renamed wait keeps its id. */
  static final Map<String, String> MAPPINGS =
      Map.of(
          "Task_AwaitStoreAnswer", "Task_AwaitStoreDecision",
          "Task_StartDelivery", "Task_SendCourier",
          "Throw_CancellationCancelPayment", "Throw_CancellationRefundPayment",
          "Boundary_UndoStoreRequest", "Boundary_WithdrawStoreRequest");

  private static final String MODEL = "/bpmn/order-fulfillment.bpmn";

  /** The tag of the current model. */
  public static String tagBefore() {
    BpmnModelInstance model =
        Bpmn.readModelFromStream(ChangedModel.class.getResourceAsStream(MODEL));
    return model.getModelElementsByType(Process.class).iterator().next().getCamundaVersionTag();
  }

  static Migration migration() {
    return new Migration(tagBefore(), TAG, MAPPINGS, Set.of());
  }

  /** A migration without a target for orders that wait for their store. */
  static Migration withoutTheWait() {
    Map<String, String> mappings = new LinkedHashMap<>(MAPPINGS);
    mappings.put("Task_AwaitStoreAnswer", null);
    mappings.put("Boundary_AcceptanceDeadline", null);
    return new Migration(tagBefore(), TAG, mappings, Set.of());
  }

  /** A migration without a mapping for a compensation whose id has changed. */
  static Migration withoutACompensation() {
    Map<String, String> mappings = new LinkedHashMap<>(MAPPINGS);
    mappings.remove("Boundary_UndoStoreRequest");
    return new Migration(tagBefore(), TAG, mappings, Set.of());
  }

  /** Writes the model into a directory and returns its file. */
  public static Path in(Path directory) {
    return write(directory.resolve("order-fulfillment.bpmn"), text());
  }

  static Path write(Migration migration, Path directory) {
    try {
      String json =
          new ObjectMapper()
              .writeValueAsString(
                  Map.of(
                      "from", migration.from(),
                      "to", migration.to(),
                      "mappings", migration.mappings()));
      return write(directory.resolve(migration.name() + ".json"), json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model with only its ids changed, so that orders can be migrated in either direction. */
  public static Path renamedIn(Path directory) {
    return write(directory.resolve("order-fulfillment.bpmn"), renamed());
  }

  /** The migration from the model with the new ids back to the current model. */
  public static Migration back() {
    Map<String, String> mappings = new LinkedHashMap<>();
    MAPPINGS.forEach((before, after) -> mappings.put(after, before));
    return new Migration(TAG, tagBefore(), mappings, Set.of());
  }

  private static String renamed() {
    String model = original();
    model = replaced(model, "versionTag=\"" + tagBefore() + "\"", "versionTag=\"" + TAG + "\"");
    for (Map.Entry<String, String> renamed : MAPPINGS.entrySet()) {
      model = replaced(model, renamed.getKey(), renamed.getValue());
    }
    return model;
  }

  private static String text() {
    String model = renamed();
    model = replaced(model, "Compensation_CancelStoreRequest", "Compensation_WithdrawRequest");
    model =
        replaced(model, "targetRef=\"Task_PrepareDelivery\"", "targetRef=\"Task_PreparePacking\"");
    model =
        replaced(
            model,
            "<bpmn:task id=\"Task_PrepareDelivery\"",
            PACKING + REMINDER + "<bpmn:task id=\"Task_PrepareDelivery\"");
    model =
        replaced(
            model,
            "sourceRef=\"Gateway_CourierFaster\""
                + " targetRef=\"Throw_CancellationCancelStoreRequest\"",
            "sourceRef=\"Gateway_CourierFaster\" targetRef=\"Throw_CancellationCancelPacking\"");
    model =
        replaced(
            model,
            "<bpmn:intermediateThrowEvent id=\"Throw_CancellationCancelStoreRequest\"",
            UNDO_OF_PACKING
                + "<bpmn:intermediateThrowEvent id=\"Throw_CancellationCancelStoreRequest\"");
    return replaced(model, "<bpmn:association id=\"Association_UndoPayment\"", ASSOCIATION);
  }

  private static final String PACKING =
      """
      <bpmn:task id="Task_PreparePacking" name="Prepare packing"/>
      <bpmn:boundaryEvent id="Boundary_UndoPacking" attachedToRef="Task_PreparePacking">
        <bpmn:compensateEventDefinition id="Definition_UndoPacking"/>
      </bpmn:boundaryEvent>
      <bpmn:serviceTask id="Compensation_CancelPacking" name="Cancel packing"
          isForCompensation="true" camunda:delegateExpression="${cancelPacking}"/>
      <bpmn:serviceTask id="Task_PackOrder" name="Pack order" camunda:asyncBefore="true"
          camunda:delegateExpression="${packOrder}"/>
      <bpmn:sequenceFlow id="Flow_PackingPrepared" sourceRef="Task_PreparePacking"
          targetRef="Task_PackOrder"/>
      <bpmn:sequenceFlow id="Flow_OrderPacked" sourceRef="Task_PackOrder"
          targetRef="Task_PrepareDelivery"/>
      """;

  private static final String REMINDER =
      """
      <bpmn:boundaryEvent id="Boundary_StoreReminder" name="Store is slow" cancelActivity="false"
          attachedToRef="Task_AwaitStoreDecision">
        <bpmn:timerEventDefinition id="Definition_StoreReminder">
          <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT5M</bpmn:timeDuration>
        </bpmn:timerEventDefinition>
      </bpmn:boundaryEvent>
      <bpmn:endEvent id="EndEvent_StoreReminded" name="Store reminded"/>
      <bpmn:sequenceFlow id="Flow_StoreReminded" sourceRef="Boundary_StoreReminder"
          targetRef="EndEvent_StoreReminded"/>
      """;

  private static final String UNDO_OF_PACKING =
      """
      <bpmn:intermediateThrowEvent id="Throw_CancellationCancelPacking" name="Cancel packing"
          camunda:asyncBefore="true">
        <bpmn:compensateEventDefinition id="Throw_CancellationCancelPacking_Definition"
            waitForCompletion="true" activityRef="Task_PreparePacking"/>
      </bpmn:intermediateThrowEvent>
      <bpmn:sequenceFlow id="Flow_CancellationPackingCancelled"
          sourceRef="Throw_CancellationCancelPacking"
          targetRef="Throw_CancellationCancelStoreRequest"/>
      """;

  private static final String ASSOCIATION =
      """
      <bpmn:association id="Association_UndoPacking" associationDirection="One"
          sourceRef="Boundary_UndoPacking" targetRef="Compensation_CancelPacking"/>
      <bpmn:association id="Association_UndoPayment\"\
      """;

  /** Replaces a text, which must be in the model. */
  private static String replaced(String model, String old, String changed) {
    if (!model.contains(old)) {
      throw new IllegalStateException("the model has no " + old);
    }
    return model.replace(old, changed);
  }

  private static String original() {
    try (InputStream model = ChangedModel.class.getResourceAsStream(MODEL)) {
      return new String(model.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, String content) {
    try {
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ChangedModel() {}
}
