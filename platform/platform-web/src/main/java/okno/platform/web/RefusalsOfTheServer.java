package okno.platform.web;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Puts {@link RefusalValve} behind the one that Spring Boot adds: the innermost of them answers. */
final class RefusalsOfTheServer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    private final ProblemWriter writer;

    RefusalsOfTheServer(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(this::add);
    }

    private void add(Context context) {
        StandardHost host = (StandardHost) context.getParent();
        // Tomcat adds its own at the start where there is none of this class.
        host.setErrorReportValveClass(RefusalValve.class.getName());
        host.getPipeline().addValve(new RefusalValve(writer));
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
