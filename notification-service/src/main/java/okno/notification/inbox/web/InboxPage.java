package okno.notification.inbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the inbox, and how much of the whole is unread. */
record InboxPage(List<NotificationResponse> items, @Nullable String next, long unreadCount) {}
