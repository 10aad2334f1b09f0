// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/clientsecrets.h"
#include "model/scrape/targetfetcher.h"
#include "tests/model/scrape/fakesecretstore.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <optional>

using namespace sightglass;

namespace {

constexpr std::int64_t patienceMs = 20'000;

/// No such process, or one that nobody has asked about yet.
bool isGone(int process)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(process));
    return !status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z ");
}

/// Targets that are no web addresses: files, sockets of this machine, commands.
class LocalFetchersTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void init();
    void files_data();
    void files();
    void commands_data();
    void commands();
    void aCommandThatTakesTooLongIsKilledWithItsChildren();
    void whatACommandLeavesBehindEndsWithIt();
    void cancelledCommandsSayNothing();
    void whatACommandSaysHasNoneOfItsSecrets();
    void keptCommands();
    void unixSockets();
    void noUnixSocket();

private:
    Result<FetchedPage> fetch(const QString &input, std::int64_t timeoutMs = patienceMs);
    [[nodiscard]] QString inFolder(const char *name) const
    {
        return m_folder->filePath(QString::fromUtf8(name));
    }
    void write(const char *name, const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::size_t m_limit = 1000;
};

/// The page, or the error's text; ?? for a page of another format than text.
QString told(const Result<FetchedPage> &result)
{
    if (!result)
        return QString::fromStdString(plainText(result.error()));
    const QString body = QString::fromStdString(result->body);
    return result->format == ExpositionFormat::PrometheusText ? body : QStringLiteral("OpenMetrics: ") + body;
}

void LocalFetchersTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_limit = 1000;
}

void LocalFetchersTest::write(const char *name, const QByteArray &content) const
{
    QFile file(inFolder(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

Result<FetchedPage> LocalFetchersTest::fetch(const QString &input, std::int64_t timeoutMs)
{
    TargetConfig config;
    config.url = targetUrlFromInput(input);
    const std::unique_ptr<Fetcher> fetcher = makeFetcher(config);
    std::optional<Result<FetchedPage>> result;
    fetcher->start({config.url, timeoutMs, m_limit, "what the page before left"},
                   [&](Result<FetchedPage> page) { result = std::move(page); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, static_cast<int>(patienceMs)))
        return Error{ErrorCode::Unsupported, {"no answer at all"}, {}, {}};
    return *std::move(result);
}

void LocalFetchersTest::files_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("text") << QStringLiteral("text") << QStringLiteral("a 1\n");
    QTest::newRow("OpenMetrics") << QStringLiteral("open") << QStringLiteral("OpenMetrics: a 1\n# EOF\n");
    QTest::newRow("empty") << QStringLiteral("empty") << QString();
    QTest::newRow("missing") << QStringLiteral("missing")
                             << QStringLiteral("cannot read %1: No such file or directory");
    QTest::newRow("a folder") << QStringLiteral(".")
                              << QStringLiteral("cannot read %1: it is not a regular file");
    QTest::newRow("a pipe") << QStringLiteral("pipe")
                            << QStringLiteral("cannot read %1: it is not a regular file");
    QTest::newRow("too large") << QStringLiteral("large")
                               << QStringLiteral("body size limit exceeded (1000 B)");
}

void LocalFetchersTest::files()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    write("text", "a 1\n");
    write("open", "a 1\n# EOF\n");
    write("empty", "");
    write("large", QByteArray(1000, '\n'));
    QCOMPARE(::mkfifo(qPrintable(inFolder("pipe")), 0600), 0);
    const QString path = m_folder->path() + QLatin1Char('/') + name;
    if (expected.contains(QLatin1String("%1")))
        expected = expected.arg(path);
    QCOMPARE(told(fetch(path)), expected);
}

void LocalFetchersTest::commands_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *command, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(command) << QString::fromUtf8(expected);
    };
    row("prints", "exec:printf \"a %s\\n\" 1", "a 1\n");
    row("OpenMetrics", "exec:printf \"a 1\\n# EOF\\n\"", "OpenMetrics: a 1\n# EOF\n");
    row("no shell", "exec:echo a;b $HOME", "a;b $HOME\n");
    row("nothing to read", "exec:cat", "");
    row("exit status", "exec:sh -c \"echo a; echo no such  pod >&2; exit 3\"",
        "the command sh failed: exit status 3: no such pod");
    row("silent failure", "exec:false", "the command false failed: exit status 1");
    row("signal", "exec:sh -c \"kill -9 $$\"", "the command sh failed: it was ended by a signal");
    row("endless", "exec:yes", "body size limit exceeded (1000 B)");
}

void LocalFetchersTest::commands()
{
    QFETCH(QString, command);
    QTEST(told(fetch(command)), "expected");
    const QString missing = told(fetch(QStringLiteral("exec:/no/such/program x")));
    QVERIFY2(missing.startsWith(QLatin1String("the command /no/such/program failed: ")), qPrintable(missing));
}

void LocalFetchersTest::aCommandThatTakesTooLongIsKilledWithItsChildren()
{
    // The child holds the pipe open as long as it lives, and tells who it is.
    const QString pidFile = inFolder("pid");
    const QString command = QStringLiteral("exec:sh -c \"sleep 1000 & echo $! > %1; wait\"").arg(pidFile);
    QCOMPARE(told(fetch(command, 1500)), QStringLiteral("no complete answer within 1s500ms"));
    QFile file(pidFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const int child = file.readAll().trimmed().toInt();
    QTRY_VERIFY(isGone(child));
}

void LocalFetchersTest::whatACommandLeavesBehindEndsWithIt()
{
    const QString pidFile = inFolder("left");
    const QString command =
        QStringLiteral("exec:sh -c 'sleep 1000 >/dev/null 2>&1 & echo $! > %1; echo a 1'").arg(pidFile);
    QCOMPARE(told(fetch(command)), QStringLiteral("a 1\n"));
    QFile file(pidFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const int child = file.readAll().trimmed().toInt();
    QTRY_VERIFY(isGone(child));
}

void LocalFetchersTest::cancelledCommandsSayNothing()
{
    TargetConfig config;
    config.url = targetUrlFromInput(QStringLiteral("exec:sleep 1000"));
    const std::unique_ptr<Fetcher> fetcher = makeFetcher(config);
    bool told = false;
    fetcher->start({config.url, patienceMs, 0, {}}, [&told](const Result<FetchedPage> &) { told = true; });
    fetcher->cancel();
    QVERIFY(fetch(QStringLiteral("exec:echo")).ok());
    QVERIFY(!told);
}

void LocalFetchersTest::whatACommandSaysHasNoneOfItsSecrets()
{
    write("fails.sh", "echo \"wrong: $*\" >&2; exit 1\n");
    QCOMPARE(told(fetch(QStringLiteral("exec:sh %1 -u bob:hunter2 -d '{\"token\":\"s3cret7\"}' plain")
                            .arg(inFolder("fails.sh")))),
             QStringLiteral("the command sh failed: exit status 1: wrong: -u *** -d *** plain"));
    write("parts.sh", "echo \"no user for s3cret7\" >&2; exit 1\n");
    QCOMPARE(told(fetch(QStringLiteral("exec:sh %1 -d '{\"token\":\"s3cret7\"}'").arg(inFolder("parts.sh")))),
             QStringLiteral("the command sh failed: exit status 1: no user for ***"));
}

void LocalFetchersTest::keptCommands()
{
    TargetConfig config;
    config.url = targetUrlFromInput(QStringLiteral("exec:printf \"%s\\n\" --token=PW"));
    takeSecretParameters(config.url, config.client);
    QVERIFY(!config.url.toString().contains(QStringLiteral("PW")));
    test::FakeSecretStore store("K", "printf \"kept 1\\n\"");
    const auto asked = [this, &config](SecretStore *secrets) {
        const std::unique_ptr<Fetcher> fetcher = makeFetcher(config, secrets);
        QString text;
        fetcher->start({config.url, patienceMs, m_limit, {}},
                       [&text](const Result<FetchedPage> &result) { text = told(result); });
        [&] { QTRY_VERIFY(!text.isEmpty()); }();
        return text;
    };
    // For this session: the text itself.
    QCOMPARE(asked(nullptr), QStringLiteral("--token=PW\n"));
    keepCommand(config.client, SecretKey{"K"});
    QCOMPARE(asked(&store), QStringLiteral("kept 1\n"));
    QVERIFY(asked(nullptr).contains(QStringLiteral("the secret K")));
    keepCommand(config.client, SecretKey{"gone"});
    QVERIFY(asked(&store).contains(QStringLiteral("the secret gone")));
    keepCommand(config.client, SecretText{"'"});
    QCOMPARE(asked(&store), QStringLiteral("the command that is kept failed: what is kept is no command"));
}

void LocalFetchersTest::unixSockets()
{
    QLocalServer server;
    QVERIFY(server.listen(inFolder("x.sock")));
    QByteArray request;
    connect(&server, &QLocalServer::newConnection, &server, [&] {
        QLocalSocket *client = server.nextPendingConnection();
        connect(client, &QLocalSocket::readyRead, client, [&request, client] {
            request += client->readAll();
            if (request.endsWith("\r\n\r\n"))
                client->write(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\na 1\n");
        });
    });
    QCOMPARE(told(fetch(QStringLiteral("unix:%1:/status?x=y").arg(inFolder("x.sock")))),
             QStringLiteral("a 1\n"));
    QVERIFY2(request.startsWith("GET /status?x=y HTTP/1.1\r\nHost: localhost\r\n"), request.constData());
}

void LocalFetchersTest::noUnixSocket()
{
    const QString path = inFolder("none.sock");
    QCOMPARE(told(fetch(QStringLiteral("unix:") + path)),
             QStringLiteral("cannot read %1: there is no such socket").arg(path));
    write("none.sock", "");
    const QString text = told(fetch(QStringLiteral("unix:") + path));
    QVERIFY2(text.contains(path), qPrintable(text));
}

} // namespace

SIGHTGLASS_TEST(LocalFetchersTest)

#include "localfetcherstest.moc"
