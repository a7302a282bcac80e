package io.baedal.charts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords are in Secrets and nowhere else, neither plain nor in base64. The check recognises the
 * passwords that the installations of the tests use.
 */
final class SecretCheck {

  private static final Pattern PASSWORD = Pattern.compile("password-of-[A-Za-z]+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");

  private SecretCheck() {}

  static List<String> problems(Render render) {
    Problems problems = new Problems();
    for (Manifest object : render.objects()) {
      Set<String> found = passwords(object.json().toString());
      problems.unless(found.isEmpty() || object.kind().equals("Secret"), object, "shows " + found);
    }
    return problems.found();
  }

  /** The passwords in the text, plain or in base64. */
  static Set<String> passwords(String text) {
    Set<String> found = new TreeSet<>();
    collect(text, found);
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      collect(decoded(word.group()), found);
    }
    return found;
  }

  private static void collect(String text, Set<String> found) {
    Matcher password = PASSWORD.matcher(text);
    while (password.find()) {
      found.add(password.group());
    }
  }

  private static String decoded(String word) {
    try {
      return new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
