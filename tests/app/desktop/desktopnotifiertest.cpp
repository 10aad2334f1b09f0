// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopnotifier.h"

#include "tests/app/desktop/notificationservice.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using sightglass::test::NotificationService;

Notification notification(const QString &key, Severity severity, bool resolved = false)
{
    Notification n;
    n.key = key;
    n.title = QStringLiteral("Firing: QueueBackingUp");
    n.body = QStringLiteral("queue <b>is</b> long\n{job=\"demo\"}");
    n.severity = severity;
    n.resolved = resolved;
    return n;
}

class DesktopNotifierTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!NotificationService::instance().available())
            QSKIP("no private D-Bus session bus could be started");
        NotificationService::instance().clear();
    }

    void tellsTheDesktop()
    {
        NotificationService &service = NotificationService::instance();
        DesktopNotifier notifier(nullptr);
        notifier.notify(notification(QStringLiteral("a"), Severity::Critical));
        QTRY_COMPARE(service.calls().size(), 1);
        const NotificationService::Call call = service.calls().constFirst();
        QCOMPARE(call.title, QStringLiteral("Firing: QueueBackingUp"));
        QCOMPARE(call.replaces, 0U);
        QCOMPARE(call.hints.value(QStringLiteral("urgency")).value<uchar>(), uchar{2});
        // Hostile label values stay text for services that read markup.
        QVERIFY(call.body.contains(QStringLiteral("&lt;b&gt;")));
        QVERIFY(!call.body.contains(QStringLiteral("<b>")));
    }

    void theEndReplacesTheBeginning()
    {
        NotificationService &service = NotificationService::instance();
        service.clear();
        DesktopNotifier notifier(nullptr);
        // The end comes before the service has said which id the beginning got.
        notifier.notify(notification(QStringLiteral("a"), Severity::Warning));
        notifier.notify(notification(QStringLiteral("a"), Severity::Warning, true));
        QTRY_COMPARE(service.calls().size(), 2);
        QCOMPARE(service.calls().constLast().replaces, service.calls().constFirst().id);
        QTRY_COMPARE(notifier.shownCount(), 1);
        QCOMPARE(service.calls().constLast().hints.value(QStringLiteral("urgency")).value<uchar>(), uchar{0});
    }
};

} // namespace

SIGHTGLASS_TEST(DesktopNotifierTest)
#include "desktopnotifiertest.moc"
