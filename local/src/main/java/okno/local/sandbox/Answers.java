package okno.local.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Answers that need memory. A stub mapping names one as {@code "transformers": ["sandbox"], "transformerParameters":
 * {"answer": "send-sms"}}; delays and faults of the mapping stay in force.
 */
final class Answers implements ResponseDefinitionTransformerV2 {

    /** Answers one request. */
    @FunctionalInterface
    interface Answer {
        Reply to(Call call);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int LARGEST_BODY = 1 << 20;

    private final Map<String, Answer> byName = new HashMap<>();

    Answers on(String name, Answer answer) {
        byName.put(name, answer);
        return this;
    }

    @Override
    public String getName() {
        return "sandbox";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Reply reply = answer(event.getTransformerParameters().getString("answer", ""), new Call(event.getRequest()));
        ResponseDefinitionBuilder response = ResponseDefinitionBuilder.like(event.getResponseDefinition())
                .withStatus(reply.status())
                .withBody(reply.body());
        reply.headers().forEach(response::withHeader);
        return response.build();
    }

    private Reply answer(String name, Call call) {
        Answer answer = byName.get(name);
        if (answer == null) {
            return Reply.fault(500, "no answer is named " + name);
        }
        if (call.request().getBody().length > LARGEST_BODY) {
            return Reply.fault(413, "too large");
        }
        try {
            return answer.to(call);
        } catch (JacksonException notJson) {
            return Reply.fault(400, "not the expected JSON");
        } catch (RuntimeException e) {
            LOG.error("{}", name, e);
            return Reply.fault(500, "sandbox failed, see its log");
        }
    }
}
