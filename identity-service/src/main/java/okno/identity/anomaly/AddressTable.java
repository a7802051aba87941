package okno.identity.anomaly;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import okno.identity.anomaly.domain.Place;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Where networks are: the longest prefix that fits an address. The table that comes along knows the ranges kept for
 * documentation (RFC 5737, RFC 3849) only; an installation names its own.
 */
@Component
@EnableConfigurationProperties(AnomalyProperties.class)
class AddressTable {

    private final Map<String, Place> places = new HashMap<>();
    private final NavigableSet<Integer> prefixes = new TreeSet<>();

    AddressTable(AnomalyProperties properties) {
        try {
            properties
                    .addressTable()
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("okno.identity.anomaly.address-table cannot be read", e);
        }
    }

    /** Empty when it is no address, or one that the table does not know. */
    Optional<Place> find(String address) {
        byte[] bytes;
        try {
            bytes = InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
        return prefixes.descendingSet().stream()
                .filter(prefix -> prefix <= bytes.length * Byte.SIZE)
                .map(prefix -> places.get(key(bytes, prefix)))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private void add(String line) {
        String[] fields = line.split(",");
        String[] network = fields[0].split("/");
        int prefix = Integer.parseInt(network[1]);
        byte[] bytes = InetAddress.ofLiteral(network[0]).getAddress();
        places.put(
                key(bytes, prefix), new Place(fields[1], Double.parseDouble(fields[2]), Double.parseDouble(fields[3])));
        prefixes.add(prefix);
    }

    private static String key(byte[] address, int prefix) {
        byte[] masked = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            int bits = Math.clamp(prefix - i * Byte.SIZE, 0, Byte.SIZE);
            masked[i] = (byte) (address[i] & (0xFF00 >> bits));
        }
        return prefix + "/" + HexFormat.of().formatHex(masked);
    }
}
