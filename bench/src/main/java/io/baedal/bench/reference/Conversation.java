package io.baedal.bench.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.ToLongFunction;

/**
 * The protocol of a {@link ChildJvm}: it prints a number when it is ready, and answers each line of
 * its input with another. It ends when the input ends.
 */
final class Conversation {

  private Conversation() {}

  static void serve(long first, ToLongFunction<String> answer) throws IOException {
    PrintStream out = System.out;
    out.println(first);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(answer.applyAsLong(line));
    }
  }
}
