package okno.notification.notice;

import java.util.UUID;

/** A notification to add, under the id that its deliveries will carry. */
public record NewNotice(UUID id, NotifyPerson.Command command) {}
