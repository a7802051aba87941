package okno.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Plays identity-service's seal: what was sent comes back with a comment, which neither PDF nor XML minds. */
final class SealOfATest implements ResponseTransformerV2 {

    static final String NAME = "seal-of-a-test";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        byte[] body = event.getRequest().getBody();
        byte[] mark = (body[0] == '%' ? "%sealed\n" : "<!-- sealed -->").getBytes(UTF_8);
        byte[] sealed = new byte[body.length + mark.length];
        System.arraycopy(body, 0, sealed, 0, body.length);
        System.arraycopy(mark, 0, sealed, body.length, mark.length);
        return Response.Builder.like(response).but().body(sealed).build();
    }
}
