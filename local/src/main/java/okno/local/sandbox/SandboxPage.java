package okno.local.sandbox;

/** Shows what was sent, as a page for people and as JSON for tests. */
final class SandboxPage {

    private final Messages messages;

    SandboxPage(Messages messages) {
        this.messages = messages;
    }

    void routes(Routes routes) {
        routes.on("GET", "/", call -> Reply.seeOther("/sandbox"))
                .on("GET", "/sandbox", call -> Reply.html(Pages.messages(messages.find("", ""))))
                .on(
                        "GET",
                        "/sandbox/messages",
                        call -> Reply.json(
                                200,
                                messages.find(
                                        call.query("channel").orElse(""),
                                        call.query("to").orElse(""))));
    }
}
