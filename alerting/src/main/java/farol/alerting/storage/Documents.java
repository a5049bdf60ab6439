package farol.alerting.storage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON documents as {@code jsonb} columns. */
public final class Documents {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Documents() {}

  /** The value as a {@code jsonb} query parameter. */
  public static PGobject of(@Nullable Object value) {
    var column = new PGobject();
    column.setType("jsonb");
    try {
      column.setValue(text(value));
    } catch (SQLException impossible) {
      throw new IllegalStateException("jsonb takes any text", impossible);
    }
    return column;
  }

  /** The value as JSON text. */
  public static String text(@Nullable Object value) {
    return JSON.writeValueAsString(value);
  }

  public static <T> T read(String document, Class<T> type) {
    return JSON.readValue(document, type);
  }

  public static <T> T read(String document, TypeReference<T> type) {
    return JSON.readValue(document, type);
  }
}
