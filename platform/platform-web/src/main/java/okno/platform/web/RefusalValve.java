package okno.platform.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Answers with a problem what the server itself refuses before any filter sees it: a request line that is none (RFC 9112,
 * 3), such as one with letters that are not escaped, or headers that cannot be read. Tomcat's own answer is a page of HTML.
 */
final class RefusalValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalValve.class);

    private final ProblemWriter writer;

    RefusalValve(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        // Whoever has begun to answer, or has answered already, has said more than we know.
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            String code = status == HttpStatus.BAD_REQUEST ? "malformed_request" : StatusCodes.codeOf(status);
            writer.write(request, response, status, code);
        } catch (IOException gone) {
            LOG.debug("Nobody is there to hear of status {}", status.value(), gone);
        }
    }
}
