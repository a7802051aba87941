package okno.local.sandbox;

/** Shows what was sent, as a page for people and as JSON for tests. */
final class SandboxPage {

    private final Messages messages;

    SandboxPage(Messages messages) {
        this.messages = messages;
    }

    void addTo(Answers answers) {
        answers.on("messages-page", call -> Reply.html(Pages.messages(messages.find("", ""))))
                .on(
                        "messages",
                        call -> Reply.json(
                                200,
                                messages.find(
                                        call.query("channel").orElse(""),
                                        call.query("to").orElse(""))));
    }
}
