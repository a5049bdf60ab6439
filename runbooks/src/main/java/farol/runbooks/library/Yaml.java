package farol.runbooks.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Front matter as plain values that remember their lines; nothing is ever constructed from it. */
sealed interface Yaml {
  int BYTES_MAX = 16 * 1024;
  int DEPTH_MAX = 8;
  int NODES_MAX = 2_000;
  int ALIASES_MAX = 20;

  int line();

  /** A mapping; a key that stood twice keeps its first value and made a finding. */
  record Mapping(Map<String, Yaml> entries, int line) implements Yaml {
    @Nullable Yaml get(String key) {
      return entries.get(key);
    }
  }

  /** A sequence. */
  record Sequence(List<Yaml> items, int line) implements Yaml {}

  /** A scalar, null when the document says nothing. */
  record Scalar(@Nullable String text, int line) implements Yaml {}

  /** Reads a mapping; whatever is wrong becomes a finding, and the answer is then empty. */
  static Mapping read(String text, int firstLine, Findings findings) {
    var empty = new Mapping(Map.of(), firstLine);
    if (text.length() > BYTES_MAX) {
      findings.error("RB107", firstLine, "Front matter has at most 16 KiB");
      return empty;
    }
    try {
      var settings =
          LoadSettings.builder()
              .setMaxAliasesForCollections(ALIASES_MAX)
              .setCodePointLimit(BYTES_MAX)
              .setUseMarks(true)
              .build();
      var root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        return empty;
      }
      return new Reader(firstLine, findings).read(root.get(), 1) instanceof Mapping mapping
          ? mapping
          : wrongRoot(firstLine, findings, empty);
    } catch (MarkedYamlEngineException unreadable) {
      var line = unreadable.getProblemMark().map(mark -> mark.getLine()).orElse(0) + firstLine;
      findings.error("RB101", line, "The front matter is not YAML: " + unreadable.getProblem());
      return empty;
    } catch (YamlEngineException unreadable) {
      findings.error("RB101", firstLine, "The front matter is not YAML");
      return empty;
    } catch (StackOverflowError deep) {
      findings.error("RB108", firstLine, "The front matter is nested too deeply");
      return empty;
    }
  }

  private static Mapping wrongRoot(int line, Findings findings, Mapping empty) {
    findings.error("RB101", line, "The front matter is a mapping of keys to values");
    return empty;
  }

  /** Turns nodes into values under the limits. */
  final class Reader {
    private final int firstLine;
    private final Findings findings;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;
    private int aliases;

    Reader(int firstLine, Findings findings) {
      this.firstLine = firstLine;
      this.findings = findings;
    }

    Yaml read(Node node, int depth) {
      var line = node.getStartMark().map(mark -> mark.getLine()).orElse(0) + firstLine;
      if (!within(node, depth, line)) {
        return new Scalar(null, line);
      }
      return switch (node) {
        case ScalarNode scalar -> scalar(scalar, line);
        case SequenceNode sequence -> {
          var items = new ArrayList<Yaml>();
          sequence.getValue().forEach(item -> items.add(read(item, depth + 1)));
          yield new Sequence(items, line);
        }
        case MappingNode mapping -> mapping(mapping, line, depth);
        default -> new Scalar(null, line);
      };
    }

    private boolean within(Node node, int depth, int line) {
      if (!seen.add(node) && ++aliases > ALIASES_MAX) {
        return refused("RB109", line, "Front matter has at most %d aliases".formatted(ALIASES_MAX));
      }
      if (depth > DEPTH_MAX) {
        return refused("RB108", line, "Front matter is at most %d deep".formatted(DEPTH_MAX));
      }
      if (++nodes > NODES_MAX) {
        return refused("RB107", line, "Front matter has at most %d values".formatted(NODES_MAX));
      }
      if (!node.getTag().getValue().startsWith("tag:yaml.org,2002:")) {
        return refused("RB110", line, "Front matter takes no tags");
      }
      return true;
    }

    private boolean refused(String code, int line, String message) {
      findings.error(code, line, message);
      return false;
    }

    private static Scalar scalar(ScalarNode scalar, int line) {
      var nothing = scalar.getTag().getValue().equals("tag:yaml.org,2002:null");
      return new Scalar(nothing ? null : scalar.getValue(), line);
    }

    private Mapping mapping(MappingNode mapping, int line, int depth) {
      var entries = new LinkedHashMap<String, Yaml>();
      for (var tuple : mapping.getValue()) {
        var key = read(tuple.getKeyNode(), depth + 1);
        var name = key instanceof Scalar(var text, _) && text != null ? text : "";
        if (entries.containsKey(name)) {
          findings.error("RB102", key.line(), "'%s' stands here twice".formatted(name));
        } else {
          entries.put(name, read(tuple.getValueNode(), depth + 1));
        }
      }
      return new Mapping(entries, line);
    }
  }
}
