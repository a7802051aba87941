package okno.platform.web;

import java.util.List;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves a {@link PageRequest} parameter; a limit out of range is 400, never silently cut. */
final class PageRequestResolver implements HandlerMethodArgumentResolver {

    private static final int AFTER_CHARS = 500;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String after = request.getParameter("after");
        if (after != null && after.length() > AFTER_CHARS) {
            throw refusal("after", "size");
        }
        return new PageRequest(limit(request.getParameter("limit")), after == null || after.isEmpty() ? null : after);
    }

    private static int limit(@Nullable String asked) {
        if (asked == null) {
            return KeysetPage.DEFAULT_LIMIT;
        }
        int limit = asked.matches("[0-9]{1,3}") ? Integer.parseInt(asked) : 0;
        if (limit < 1 || limit > KeysetPage.MAX_LIMIT) {
            throw refusal("limit", "page_limit");
        }
        return limit;
    }

    private static Problem refusal(String parameter, String code) {
        return new Problem(
                ProblemKind.MALFORMED, "invalid_request", List.of(), List.of(FieldFault.parameter(parameter, code)));
    }
}
