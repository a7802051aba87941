package okno.platform.security;

import io.jsonwebtoken.io.AbstractDeserializer;
import io.jsonwebtoken.io.AbstractSerializer;
import io.jsonwebtoken.io.Deserializer;
import io.jsonwebtoken.io.Serializer;
import java.io.OutputStream;
import java.io.Reader;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Jackson 3 for jjwt, which brings an adapter for Jackson 2 only: {@code Jwts.builder().json(JwtJson.writer())}. */
public final class JwtJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, ?>> OBJECT = new TypeReference<>() {};

    private JwtJson() {}

    public static Serializer<Map<String, ?>> writer() {
        return new AbstractSerializer<>() {
            @Override
            protected void doSerialize(Map<String, ?> object, OutputStream out) {
                MAPPER.writeValue(out, object);
            }
        };
    }

    public static Deserializer<Map<String, ?>> reader() {
        return new AbstractDeserializer<>() {
            @Override
            protected Map<String, ?> doDeserialize(Reader json) {
                return MAPPER.readValue(json, OBJECT);
            }
        };
    }
}
