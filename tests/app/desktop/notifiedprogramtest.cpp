// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowsettings.h"
#include "tests/app/desktop/notificationservice.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr int withinMs = 60'000;

/// The real program beside a notification service on a bus of its own, with an endpoint that we change: what
/// a user is told.
class NotifiedProgramTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void firesIsShownAndResolved();
    void silencedFromTheNotification();
    void aStormIsOne();
    void theGraverMutesTheOther();
    void quietHours();

private:
    using Call = NotificationService::Call;

    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void start(const QByteArray &rules, const std::function<void(NotifySettings &)> &change = {});
    /// What is on the screen, by the id that replaces.
    [[nodiscard]] static QMap<uint, Call> shown();
    [[nodiscard]] static QStringList titles();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HttpServer> m_server;
    std::unique_ptr<QProcess> m_program;
    QByteArray m_page;
};

void NotifiedProgramTest::initTestCase()
{
    if (!NotificationService::instance().available())
        QSKIP("no private D-Bus session bus could be started");
}

void NotifiedProgramTest::init()
{
    TestCase::init();
    NotificationService::instance().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<HttpServer>();
    m_page = "depth 1\n";
    m_server->serve("/metrics", [this](const HttpRequest &) { return HttpAnswer::page(m_page); });
}

void NotifiedProgramTest::cleanup()
{
    if (!m_program)
        return;
    m_program->kill();
    m_program->waitForFinished(5000);
    m_program.reset();
}

void NotifiedProgramTest::start(const QByteArray &rules, const std::function<void(NotifySettings &)> &change)
{
    QFile file(path("rules.yml"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(rules) == rules.size() && file.flush());
    {
        WindowSettings settings(path("settings.ini"));
        NotifySettings notify = settings.notify();
        notify.groupIntervalMs = 1000;
        if (change)
            change(notify);
        settings.setNotify(notify);
    }
    m_program = std::make_unique<QProcess>();
    m_program->start(QStringLiteral(SIGHTGLASS_BIN_DIR "/sightglass"),
                     {QStringLiteral("--settings"), path("settings.ini"), m_server->url().toString(),
                      QStringLiteral("--rules"), path("rules.yml")});
    QVERIFY(m_program->waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(m_server->requests().size() > 1, withinMs);
}

QMap<uint, NotificationService::Call> NotifiedProgramTest::shown()
{
    QMap<uint, Call> calls;
    const NotificationService &service = NotificationService::instance();
    for (const Call &call : service.calls())
        calls.insert(call.replaces != 0 ? call.replaces : call.id, call);
    for (const uint id : service.closed())
        calls.remove(id);
    return calls;
}

QStringList NotifiedProgramTest::titles()
{
    QStringList all;
    const auto calls = shown();
    for (const Call &call : calls)
        all << call.title;
    return all;
}

constexpr const char *oneRule =
    "groups:\n- name: g\n  interval: 1s\n  rules:\n  - alert: Deep\n    expr: depth > 5\n"
    "    labels: {severity: critical}\n"
    "    annotations: {summary: 'depth {{ $value }} <b>&', runbook_url: 'https://example.org/r'}\n";

void NotifiedProgramTest::firesIsShownAndResolved()
{
    start(oneRule);
    m_page = "depth 7\n";
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{QStringLiteral("Firing: Deep")}, withinMs);
    const Call call = shown().first();
    QVERIFY2(call.body.contains(QStringLiteral("depth 7 &lt;b&gt;&amp;")), qPrintable(call.body));
    QVERIFY(call.actions.contains(QStringLiteral("runbook")));
    m_page = "depth 1\n";
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{QStringLiteral("Resolved: Deep")}, withinMs);
}

void NotifiedProgramTest::silencedFromTheNotification()
{
    start(oneRule);
    m_page = "depth 7\n";
    QTRY_COMPARE_WITH_TIMEOUT(titles().size(), 1, withinMs);
    NotificationService::instance().invoke(shown().firstKey(), QStringLiteral("silence"));
    const auto silences = [this] {
        QFile file(path("silences.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY_WITH_TIMEOUT(silences().contains("alertname"), withinMs);
    QVERIFY2(silences().contains("Deep"), silences().constData());
    // What ends while it is silenced is not told.
    m_page = "depth 1\n";
    QTest::qWait(4000);
    QCOMPARE(titles(), QStringList{QStringLiteral("Firing: Deep")});
}

/// Of 500 rules: a notification by name would be 500.
void NotifiedProgramTest::aStormIsOne()
{
    QByteArray rules = "groups:\n- name: g\n  interval: 1s\n  rules:\n";
    for (int i = 0; i < 500; ++i)
        rules += "  - {alert: R" + QByteArray::number(i) + ", expr: depth > 5}\n";
    start(rules);
    m_page = "depth 7\n";
    const auto counts = [] {
        const QStringList all = titles();
        return all.size() == 1 && all.first().contains(QStringLiteral("500"));
    };
    QVERIFY2(QTest::qWaitFor(counts, withinMs), qPrintable(titles().join(u'\n')));
    QTest::qWait(3000);
    QVERIFY2(counts(), qPrintable(titles().join(u'\n')));
    QVERIFY(NotificationService::instance().calls().size() < 10);
}

void NotifiedProgramTest::theGraverMutesTheOther()
{
    start("groups:\n- name: g\n  interval: 1s\n  rules:\n"
          "  - {alert: Grave, expr: depth > 5, labels: {severity: critical}}\n"
          "  - {alert: Mild, expr: depth > 3, labels: {severity: warning}}\n",
          [](NotifySettings &settings) {
              settings.inhibitRules = "severity=\"critical\" mutes severity=\"warning\" equal instance";
          });
    m_page = "depth 7\n";
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{QStringLiteral("Firing: Grave")}, withinMs);
    QTest::qWait(3000);
    QCOMPARE(titles(), QStringList{QStringLiteral("Firing: Grave")});
    m_page = "depth 4\n"; // the graver one is over: the other one is told now
    QTRY_VERIFY_WITH_TIMEOUT(titles().contains(QStringLiteral("Firing: Mild")), withinMs);
}

void NotifiedProgramTest::quietHours()
{
    start(oneRule, [](NotifySettings &settings) { settings.quietHours = "00:00-24:00"; });
    m_page = "depth 7\n";
    const qsizetype requests = m_server->requests().size();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->requests().size() > requests + 4, withinMs);
    QTest::qWait(3000);
    QCOMPARE(titles(), QStringList());
}

SIGHTGLASS_TEST(NotifiedProgramTest)

} // namespace

#include "notifiedprogramtest.moc"
