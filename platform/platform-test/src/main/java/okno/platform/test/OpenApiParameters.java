package okno.platform.test;

import okno.platform.core.Caller;
import org.springdoc.core.utils.SpringDocUtils;

/** What a handler's parameters are to a client: the caller is the token, a page request is two query parameters. */
final class OpenApiParameters {

    private OpenApiParameters() {}

    static void describe() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }
}
