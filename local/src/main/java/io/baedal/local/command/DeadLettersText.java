package io.baedal.local.command;

import io.baedal.local.common.Terminal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dead letters as readable text; control characters cannot reach the terminal. */
public final class DeadLettersText {

  private static final int LONGEST_REASON = 120;
  private static final String LINE = "%-19s  %-36s  %-12s  %-15s  %-29s  %-36s  %s";
  static final String HEADER =
      String.format(Locale.ROOT, LINE, "TIME", "ID", "GROUP", "TOPIC", "TYPE", "ORDER", "REASON");

  private final DateTimeFormatter clock;

  DeadLettersText(ZoneId zone) {
    clock = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  /** A summary in one line. */
  String line(DeadLetter letter) {
    String reason = letter.reason();
    return Terminal.oneLine(
        String.format(
            Locale.ROOT,
            LINE,
            clock.format(letter.at()),
            letter.id(),
            letter.group(),
            letter.topic(),
            letter.type(),
            letter.orderId(),
            reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason));
  }

  /** All details. */
  String details(DeadLetter letter) {
    return printable(
        """
        Id        %s
        Time      %s
        Group     %s
        Message   %s
        Type      %s
        Order     %s
        Attempts  %s
        Reason    %s

        %s
        """
            .formatted(
                letter.id(),
                clock.format(letter.at()),
                letter.group(),
                letter.place(),
                letter.type(),
                letter.orderId(),
                letter.attempts() == 0 ? "?" : letter.attempts(),
                letter.reason(),
                letter.payload()));
  }

  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
  }
}
