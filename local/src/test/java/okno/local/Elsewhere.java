package okno.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser at an address of its own: limits by address are counted apart for it. */
final class Elsewhere {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"", Pattern.DOTALL);

    private final HttpClient http;
    private final String[] headers;
    private final Map<String, String> cookies = new HashMap<>();

    /**
     * @param last of 127.0.0.x
     * @param headers of each request: name, value, name, value
     */
    Elsewhere(int last, String... headers) {
        this.headers = headers;
        try {
            http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last}))
                    .build();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri));
    }

    /** Fills in the first form of a page. */
    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields) {
        Matcher form = ACTION.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException("No form: " + page.statusCode() + " " + page.body());
        }
        HttpResponse<String> answer =
                send(Forms.request(URI.create(form.group(1).replace("&amp;", "&")), fields));
        while (answer.statusCode() / 100 == 3) {
            String location = answer.headers().firstValue("Location").orElseThrow();
            if (location.contains("/callback")) {
                return answer;
            }
            answer = get(answer.uri().resolve(location));
        }
        return answer;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair.length > 1 ? pair[1] : "");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
