package okno.notification.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Values for previews: {@code templates/samples.properties} has one for every name that any template knows. */
final class Samples {

    private Samples() {}

    static Map<String, String> load() {
        var properties = new Properties();
        try (InputStream in = Samples.class.getClassLoader().getResourceAsStream("templates/samples.properties")) {
            if (in == null) {
                throw new IllegalStateException("no templates/samples.properties");
            }
            properties.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> samples = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> samples.put(name, properties.getProperty(name)));
        return samples;
    }
}
