package okno.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okno.local.Logins.LoginRefused;

/** Keycloak's login pages, filled in one after the other as a person would do it, until the client is called back. */
final class LoginForm {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
    private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"]+)\"");
    private static final Pattern FAULT = Pattern.compile(
            "id=\"input-error-(?!container)[^\"]*\"[^>]*>\\s*(?:<span[^>]*>)?\\s*([^<\\s][^<]*?)\\s*<", Pattern.DOTALL);
    private static final Pattern PROCEED =
            Pattern.compile("id=\"kc-info-message\".*?<a href=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern CONSENT = Pattern.compile(
            "id=\"kc-oauth\".*?<form[^>]*action=\"([^\"]+)\".*?name=\"code\" value=\"([^\"]*)\"", Pattern.DOTALL);
    private static final Pattern WAY = Pattern.compile(
            "name=\"authenticationExecution\" value=\"([^\"]+)\".*?<h2[^>]*>\\s*(.*?)\\s*</h2>", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("id=\"okno-certificate-text\">([^<]+)<");
    private static final Pattern CHALLENGE = Pattern.compile("challenge ?: ?\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 10;

    private final Map<String, String> cookies = new HashMap<>();
    private final String callback;
    private HttpResponse<String> page;

    private LoginForm(URI first, String callback) {
        this.callback = callback;
        this.page = follow(send(HttpRequest.newBuilder(first)));
    }

    /** @param callback how the client's own address begins; there the walk ends */
    static LoginForm open(URI page, String callback) {
        return new LoginForm(page, callback);
    }

    /** Another log-in in the same browser. */
    LoginForm then(URI next) {
        page = follow(send(HttpRequest.newBuilder(next)));
        return this;
    }

    /** The id of the form that is shown; empty when the client was called back. */
    Optional<String> shown() {
        return page.statusCode() == 200 ? forms().map(Form::id).findFirst() : Optional.empty();
    }

    private record Form(String id, String action) {}

    private Stream<Form> forms() {
        return FORM.matcher(page.body())
                .results()
                .map(MatchResult::group)
                .filter(form -> ID.matcher(form).find() && ACTION.matcher(form).find())
                .map(form -> new Form(first(ID, form), first(ACTION, form)));
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    /** What the page says is wrong with the answer before; empty when nothing is. */
    Optional<String> fault() {
        Matcher fault = FAULT.matcher(page.body());
        return fault.find() ? Optional.of(fault.group(1)) : Optional.empty();
    }

    /** The page as it came. */
    String html() {
        return page.body();
    }

    /** Fills in the first form of the page. */
    void submit(Map<String, String> fields) {
        send(forms().findFirst().orElseThrow(this::refused).action(), fields);
    }

    /** Fills in the form with this id. */
    void submit(String id, Map<String, String> fields) {
        send(
                forms().filter(form -> form.id().equals(id))
                        .findFirst()
                        .orElseThrow(this::refused)
                        .action(),
                fields);
    }

    private void send(String action, Map<String, String> fields) {
        page = follow(send(Forms.request(URI.create(action.replace("&amp;", "&")), fields)));
    }

    /** The names of the ways there are, and what chooses them; empty when there is no other than the one shown. */
    Map<String, String> otherWays() {
        if (!page.body().contains("name=\"tryAnotherWay\"")) {
            return Map.of();
        }
        submit(Map.of("tryAnotherWay", "on"));
        return WAY.matcher(page.body()).results().collect(Collectors.toMap(way -> way.group(2), way -> way.group(1)));
    }

    /** Tries the other way with this name. */
    void otherWay(String name) {
        String way = otherWays().get(name);
        if (way == null) {
            throw new IllegalStateException("No other way is called " + name);
        }
        submit(Map.of("authenticationExecution", way));
    }

    /** What a passkey is to sign; empty when the page asks for none. */
    Optional<String> challenge() {
        Matcher challenge = CHALLENGE.matcher(page.body());
        return page.statusCode() == 200 && challenge.find() ? Optional.of(challenge.group(1)) : Optional.empty();
    }

    /** What a certificate is to sign. */
    String textToSign() {
        Matcher text = TEXT.matcher(page.body());
        if (!text.find()) {
            throw refused();
        }
        return text.group(1);
    }

    /** Where the page came from, as a browser would name it. */
    URI origin() {
        return URI.create(page.uri().getScheme() + "://" + page.uri().getAuthority());
    }

    /** Presses the link of a page that says what follows; nothing where there is none. */
    void proceed() {
        Matcher link = PROCEED.matcher(page.body());
        if (link.find()) {
            page = follow(send(HttpRequest.newBuilder(URI.create(link.group(1).replace("&amp;", "&")))));
        }
    }

    /** Says yes to what a client asks for; nothing where nothing is asked. */
    void consent() {
        Matcher question = CONSENT.matcher(page.body());
        if (question.find()) {
            URI answer = page.uri().resolve(question.group(1).replace("&amp;", "&"));
            page = follow(send(Forms.request(answer, Map.of("code", question.group(2), "accept", "yes"))));
        }
    }

    /** Where Keycloak sent the client back to; refused while a form is shown. */
    URI calledBack() {
        answer();
        return URI.create(page.headers().firstValue("Location").orElseThrow());
    }

    /** The parameters that Keycloak sent to the callback, {@code code} among them; refused while a form is shown. */
    Map<String, String> answer() {
        String location = page.headers().firstValue("Location").orElse("");
        if (!location.startsWith(callback)) {
            throw refused();
        }
        return Forms.decode(String.valueOf(URI.create(location).getRawQuery()));
    }

    private LoginRefused refused() {
        return new LoginRefused(
                page.statusCode(),
                fault().or(() -> shown().map(form -> "The form " + form + " is shown"))
                        .orElse("No form: " + page.body()));
    }

    /** From page to page of Keycloak; not to the client. */
    private HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> at = answer;
        for (int i = 0; i < MOST_REDIRECTS && at.statusCode() / 100 == 3; i++) {
            String location = at.headers().firstValue("Location").orElse("");
            if (location.startsWith(callback)) {
                return at;
            }
            at = send(HttpRequest.newBuilder(at.uri().resolve(location)));
        }
        return at;
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
