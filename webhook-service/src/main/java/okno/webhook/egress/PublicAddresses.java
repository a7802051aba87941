package okno.webhook.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells public addresses from all others: the IANA special-purpose registries (RFC 6890 and its updates), multicast,
 * cloud metadata, every IPv6 form that hides an IPv4 address, and what the operator forbids.
 */
@Component
final class PublicAddresses {

    private static final List<Block> SPECIAL_V4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT; also the metadata service of one cloud
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local, cloud metadata
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    private static final Block GLOBAL_UNICAST_V6 = Block.parse("2000::/3");
    private static final List<Block> SPECIAL_V6 = blocks(
            "2001::/23", // protocol assignments, with Teredo
            "2001:db8::/32",
            "2002::/16", // 6to4
            "2620:4f:8000::/48",
            "3fff::/20",
            "3ffe::/16");

    private final List<Block> forbidden;

    PublicAddresses(EgressProperties properties) {
        forbidden = properties.forbiddenNetworks().stream().map(Block::parse).toList();
    }

    boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (forbidden.stream().anyMatch(block -> block.contains(bytes))) {
            return false;
        }
        if (address instanceof Inet6Address) {
            // Mapped, compatible, NAT64 (64:ff9b::/96 and /48), ULA, link-local, multicast are all outside 2000::/3.
            return GLOBAL_UNICAST_V6.contains(bytes) && SPECIAL_V6.stream().noneMatch(block -> block.contains(bytes));
        }
        return SPECIAL_V4.stream().noneMatch(block -> block.contains(bytes));
    }

    /** For a canonical IPv4 address or a bracketed IPv6 one; a zone, or an IPv4 address inside, makes it private. */
    boolean isPublicLiteral(String literal) {
        try {
            boolean bracketed = literal.startsWith("[");
            String bare = bracketed ? literal.substring(1, literal.length() - 1) : literal;
            InetAddress address = InetAddress.ofLiteral(bare);
            return !bare.contains("%") && bracketed == address instanceof Inet6Address && isPublic(address);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<Block> blocks(String... cidrs) {
        return Arrays.stream(cidrs).map(Block::parse).toList();
    }

    private record Block(byte[] prefix, int bits) {

        static Block parse(String cidr) {
            int slash = cidr.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress(),
                    Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            return Arrays.equals(address, 0, whole, prefix, 0, whole)
                    && (rest == 0 || ((address[whole] ^ prefix[whole]) & 0xFF) >> (8 - rest) == 0);
        }
    }
}
