package farol.alerting.door;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Network ranges in CIDR notation, and the word {@code loopback} for both loopback ranges. */
final class AddressRanges {
  private static final int BITS_PER_BYTE = 8;

  /** Ranges outside the public internet that the JDK has no word for. */
  private static final AddressRanges SPECIAL =
      parse("0.0.0.0/8,100.64.0.0/10,192.0.0.0/24,198.18.0.0/15,240.0.0.0/4,fc00::/7,64:ff9b::/96");

  private final List<Range> ranges;

  private AddressRanges(List<Range> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  /** One range: the first bits that an address of this many bytes must share. */
  private record Range(BigInteger prefix, int bytes, int bits) {
    static Range of(byte[] network, int bits) {
      return new Range(prefix(network, bits), network.length, bits);
    }

    boolean contains(byte[] address) {
      return address.length == bytes && prefix(address, bits).equals(prefix);
    }

    private static BigInteger prefix(byte[] of, int bits) {
      return new BigInteger(1, of).shiftRight(of.length * BITS_PER_BYTE - bits);
    }
  }

  /** Reads a comma-separated list; empty allows nothing. */
  static AddressRanges parse(String text) {
    return new AddressRanges(
        Arrays.stream(text.replace("loopback", "127.0.0.0/8,::1/128").split(",", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(AddressRanges::range)
            .toList());
  }

  private static Range range(String cidr) {
    var slash = cidr.indexOf('/');
    try {
      var network = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash)).getAddress();
      var bits =
          slash < 0 ? network.length * BITS_PER_BYTE : Integer.parseInt(cidr.substring(slash + 1));
      if (bits < 0 || bits > network.length * BITS_PER_BYTE) {
        throw new IllegalArgumentException("The prefix of '%s' is out of range".formatted(cidr));
      }
      return Range.of(network, bits);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "An address range is like 10.0.0.0/8 or the word loopback, not '%s'".formatted(cidr),
          wrong);
    }
  }

  boolean contain(InetAddress address) {
    var bytes = address.getAddress();
    return ranges.stream().anyMatch(range -> range.contains(bytes));
  }

  /** Whether the address lies outside the public internet: ours, our neighbours', or nobody's. */
  static boolean isInside(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || SPECIAL.contain(address)
        || embedsInside(address);
  }

  /** IPv4-compatible addresses carry an IPv4 address in their last four bytes. */
  private static boolean embedsInside(InetAddress address) {
    if (!(address instanceof Inet6Address six) || !six.isIPv4CompatibleAddress()) {
      return false;
    }
    try {
      var bytes = six.getAddress();
      return isInside(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, bytes.length)));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("Four bytes are an address", impossible);
    }
  }
}
