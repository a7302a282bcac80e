package io.baedal.bench.reference;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One Spring MVC endpoint; each POST to it inserts one row. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(PostProgram.Notes.class)
public class PostProgram {

  public static void main(String[] arguments) throws IOException {
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    var application = new SpringApplication(PostProgram.class);
    application.setBannerMode(Banner.Mode.OFF);
    var context =
        (ServletWebServerApplicationContext)
            application.run("--server.port=0", "--server.address=127.0.0.1");
    Notes notes = context.getBean(Notes.class);
    Conversation.serve(context.getWebServer().getPort(), line -> notes.count.get());
    System.exit(0);
  }

  /** The body of a request. */
  public record Note(String content, long amount) {}

  /** Receives notes. */
  @RestController
  public static class Notes {

    private final JdbcTemplate jdbc;
    private final AtomicLong count = new AtomicLong();

    Notes(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
      jdbc.execute(
          "CREATE TABLE IF NOT EXISTS notes (id uuid PRIMARY KEY, content text, amount bigint)");
    }

    /** The answer to a note. */
    public record Answer(UUID id) {}

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Answer add(@RequestBody Note note) {
      var id = UUID.randomUUID();
      jdbc.update("INSERT INTO notes VALUES (?, ?, ?)", id, note.content(), note.amount());
      count.incrementAndGet();
      return new Answer(id);
    }
  }
}
