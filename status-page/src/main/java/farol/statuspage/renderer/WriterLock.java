package farol.statuspage.renderer;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One renderer among all nodes: a PostgreSQL advisory lock on a connection of its own. When the
 * node dies its connection does, and another node takes the lock at its next try.
 */
final class WriterLock implements AutoCloseable {
  /** The number of the lock: "farolpag" in ASCII. */
  static final long KEY = 0x6661726f6c706167L;

  private static final int VALID_SECONDS = 1;
  private static final Logger LOG = LoggerFactory.getLogger(WriterLock.class);

  private final DataSource source;
  private @Nullable Connection held;

  WriterLock(DataSource source) {
    this.source = source;
  }

  /** Whether this node is the one that renders, taking the lock when it is free. */
  synchronized boolean hold() {
    try {
      if (held != null && held.isValid(VALID_SECONDS)) {
        return true;
      }
      close();
      held = taken();
      return held != null;
    } catch (SQLException gone) {
      LOG.debug("The lock of the renderer cannot be asked for", gone);
      close();
      return false;
    }
  }

  private @Nullable Connection taken() throws SQLException {
    var connection = source.getConnection();
    try {
      connection.setAutoCommit(true);
      if (answer(connection, "select pg_try_advisory_lock(" + KEY + ")")) {
        return connection;
      }
      connection.close();
      return null;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  private static boolean answer(Connection connection, String question) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(question)) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public synchronized void close() {
    if (held == null) {
      return;
    }
    // A pooled connection outlives its close: the lock must be given back first.
    try (var connection = held) {
      answer(connection, "select pg_advisory_unlock(" + KEY + ")");
    } catch (SQLException gone) {
      LOG.debug("The lock of the renderer went with its connection", gone);
    } finally {
      held = null;
    }
  }
}
