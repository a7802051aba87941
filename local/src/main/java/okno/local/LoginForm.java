package okno.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okno.local.Logins.LoginRefused;

/** Keycloak's login page, filled in as a person would do it. */
final class LoginForm {

    private static final Pattern ACTION =
            Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern FAULT =
            Pattern.compile("id=\"input-error[^\"]*\"[^>]*>\\s*([^<]+?)\\s*<", Pattern.DOTALL);

    private final Map<String, String> cookies = new HashMap<>();
    private final URI action;

    private LoginForm(URI page) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(page));
        Matcher matcher = ACTION.matcher(answer.body());
        if (answer.statusCode() != 200 || !matcher.find()) {
            throw new LoginRefused(answer.statusCode(), "No login form: " + answer.body());
        }
        this.action = URI.create(matcher.group(1).replace("&amp;", "&"));
    }

    static LoginForm open(URI page) {
        return new LoginForm(page);
    }

    /** The parameters that Keycloak sends to the callback, {@code code} among them. */
    Map<String, String> submit(String user, String password) {
        HttpResponse<String> answer = send(Forms.request(action, Map.of("username", user, "password", password)));
        if (answer.statusCode() / 100 != 3) {
            Matcher fault = FAULT.matcher(answer.body());
            throw new LoginRefused(answer.statusCode(), fault.find() ? fault.group(1) : "The form is shown again");
        }
        URI callback = URI.create(answer.headers().firstValue("Location").orElse(""));
        return Forms.decode(String.valueOf(callback.getRawQuery()));
    }

    /** Cookies by hand: over plain http the usual handlers keep back those that are marked secure. */
    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = Forms.send(request.build());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair.length > 1 ? pair[1] : "");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
