// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/targetconfig.h"

#include "model/scrape/commandwords.h"
#include "model/scrape/maskedaddress.h"
#include "model/scrape/scrapeurl.h"
#include "model/scrape/targetlabels.h"
#include "parser/exposition/seriesvalidation.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <initializer_list>

using namespace sightglass;

namespace {

class TargetConfigTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void commandWords_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *line, std::initializer_list<const char *> words) {
            QStringList list;
            for (const char *word : words)
                list << QString::fromLatin1(word);
            QTest::newRow(line) << QString::fromLatin1(line) << list;
        };
        row("", {});
        row("  a   b\tc ", {"a", "b", "c"});
        row("'a b' \"c d\"", {"a b", "c d"});
        row("a'b'\"c\"d", {"abcd"});
        row("'' \"\"", {"", ""});
        row("'a\"b\\' \"a'b\"", {"a\"b\\", "a'b"});
        row("\"\\n \\\" \\\\ \\$x\"", {"\\n \" \\ $x"});
        row("a\\ b \\'", {"a b", "'"});
        row("$HOME;`ls` *|&", {"$HOME;`ls`", "*|&"});
        row("'a", {});
        row("b \"a", {});
        row("a \\", {});
    }
    void commandWords()
    {
        QFETCH(QString, line);
        QTEST(sightglass::commandWords(line), "words");
    }

    void urlFromInput_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("url");
        const auto row = [](const char *name, const char *input, const char *url) {
            QTest::newRow(name) << QString::fromUtf8(input) << QString::fromUtf8(url);
        };
        row("host and port", "localhost:9100", "http://localhost:9100/metrics");
        row("host", " example.org ", "http://example.org/metrics");
        row("IPv6", "[::1]:9100", "http://[::1]:9100/metrics");
        row("path stays", "http://h:1/probe?target=x", "http://h:1/probe?target=x");
        row("query without path", "h:1?a=b", "http://h:1/metrics?a=b");
        row("https", "https://h", "https://h/metrics");
        row("fragment goes", "h/metrics#x", "http://h/metrics");
        row("no host", "http://", "");
        row("nothing", "", "");
        row("port alone", ":9100", "");
        row("other scheme", "ftp://h/x", "");
        row("file", "file:///var/lib/x.prom", "file:///var/lib/x.prom");
        row("path of a file", "/var/lib/x.prom", "file:///var/lib/x.prom");
        row("file on another host", "file://host/x", "");
        row("no file", "file:///", "");
        row("unix socket", "unix:/run/x.sock:/status/metrics", "unix:/run/x.sock:/status/metrics");
        row("unix socket, path left out", "unix:/run/x.sock", "unix:/run/x.sock:/metrics");
        row("unix socket, as others write it", "unix:///run/x.sock", "unix:/run/x.sock:/metrics");
        row("no unix socket", "unix:", "");
        row("no unix socket but a path", "unix::/m", "");
        row("no path", "file:", "");
        row("command", "exec:kubectl get --raw /metrics", "exec:kubectl get --raw /metrics");
        row("no command", "exec: ", "");
        row("open quote", "exec:echo 'a", "");
        row("port too high", "h:70000", "");
    }
    void urlFromInput()
    {
        QFETCH(QString, input);
        const QUrl url = targetUrlFromInput(input);
        QTEST(url.isEmpty() ? QString() : displayUrl(url), "url");
        // As settings keep it.
        QCOMPARE(QUrl(url.toString(QUrl::FullyEncoded), QUrl::StrictMode), url);
    }

    /// From where the program was started, as on any command line.
    void relativeFiles()
    {
        const QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()) && QDir().mkpath(QStringLiteral("dir/sub")));
        const QString here = QDir::currentPath();
        for (const char *name : {"dir/x.txt", "metrics", "a.prom", "h:9100", "a b?c#d.txt"})
            QVERIFY(QFile(QString::fromUtf8(name)).open(QIODevice::WriteOnly));
        const auto url = [](const char *typed) { return targetUrlFromInput(QString::fromUtf8(typed)); };
        const auto file = [](const QString &path) { return QUrl::fromLocalFile(path); };
        QCOMPARE(url("dir/x.txt"), file(here + QLatin1String("/dir/x.txt")));
        QCOMPARE(url(" dir/sub/../x.txt "), file(here + QLatin1String("/dir/x.txt")));
        QCOMPARE(url("metrics"), file(here + QLatin1String("/metrics")));
        QCOMPARE(url("a.prom"), file(here + QLatin1String("/a.prom")));
        QCOMPARE(url("a b?c#d.txt"), file(here + QLatin1String("/a b?c#d.txt")));
        QCOMPARE(url("./none.txt"), file(here + QLatin1String("/none.txt")));
        QCOMPARE(url("dir/../../none.txt").scheme(), QStringLiteral("http"));
        QCOMPARE(url("../none.txt"), file(QFileInfo(here).path() + QLatin1String("/none.txt")));
        QCOMPARE(url("~/none.txt"), file(QDir::homePath() + QLatin1String("/none.txt")));
        QCOMPARE(url("file:a.prom"), file(here + QLatin1String("/a.prom")));
        QCOMPARE(url("FILE:dir/../a%20b%3Fc.txt"), file(here + QLatin1String("/a b?c.txt")));
        QCOMPARE(url("file:~/none.txt"), file(QDir::homePath() + QLatin1String("/none.txt")));
        QCOMPARE(displayUrl(url("unix:x.sock:/m")), QStringLiteral("unix:%1/x.sock:/m").arg(here));
        QCOMPARE(displayUrl(url("unix:./dir/../x.sock")),
                 QStringLiteral("unix:%1/x.sock:/metrics").arg(here));
        QCOMPARE(displayUrl(url("unix:~/x.sock")),
                 QStringLiteral("unix:%1/x.sock:/metrics").arg(QDir::homePath()));
        // What is no file is a host; so is what says that it is one.
        QCOMPARE(url("dir/y.txt"), QUrl(QStringLiteral("http://dir/y.txt")));
        QCOMPARE(url("dir"), QUrl(QStringLiteral("http://dir/metrics")));
        QCOMPARE(url("http://a.prom"), QUrl(QStringLiteral("http://a.prom/metrics")));
        QVERIFY(QDir::setCurrent(before));
    }

    void masked_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *typed, const char *expected) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(expected);
        };
        row("http://u:PW@127.0.0.1:bad/x", "http://u:***@127.0.0.1:bad/x");
        row("http://u:p@w:d@host:bad", "http://u:***@host:bad");
        row("htp://u:p@h", "htp://u:***@h");
        row("u:p@h:99999", "u:***@h:99999");
        row("http://u:p/w@h:bad/x", "http://u:***@h:bad/x");
        row("http://u:p?w#x@h:bad", "http://u:***@h:bad");
        row("http:///u:p@h", "http:///u:***@h");
        row("http:/u:p@h", "http:***@h");
        row("//u:p//w@h", "//u:***@h");
        row("://u:p@h", ":***@h");
        row("  htp://u:p@h", "  htp://u:***@h");
        row("http://:p@h:bad", "http://:***@h:bad");
        row("http://u:@h:bad", "http://u:***@h:bad");
        row("exec:curl 'http://u:p@h", "exec:***@h");
        row("http://u@h:bad/x", "http://***@h:bad/x");
        row("u://pw@h", "u://***@h");
        row("pw@h", "***@h");
        row("http://@h", "http://@h");
        row("http://h:bad/x?a=b&api_key=PW&Token=&x-goog-signature=PW",
            "http://h:bad/x?a=b&api_key=***&Token=&"
            "x-goog-signature=***");
        row("http://h?%74oken=PW", "http://h?%74oken=***");
        row("http://h:bad/x", "http://h:bad/x");
        row("gopher://b", "gopher://b");
        row("nosuchthing", "nosuchthing");
    }

    void masked()
    {
        QFETCH(QString, typed);
        QTEST(maskedAddress(typed), "expected");
    }

    void shown_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *input, const char *shown) {
            QTest::newRow(input) << QString::fromUtf8(input) << QString::fromUtf8(shown);
        };
        row("http://u:PW@h:1/m", "http://u@h:1/m");
        row("https://PW@h/m", "https://***@h/m");
        row("http://h/m?token=PW&module=http", "http://h/m?token=***&module=http");
        row("http://h/m?key=PW&monkey=x&keyword=y", "http://h/m?key=***&monkey=x&keyword=y");
        row("unix:/run/x.sock:/m?access_token=PW", "unix:/run/x.sock:/m?access_token=***");
        row("exec:curl -s http://u:PW@h/m?token=PW -o -", "exec:curl -s http://u:***@h/m?token=*** -o -");
        row("exec:curl -H 'Authorization: Bearer PW' https://h", "exec:curl -H *** https://h");
        row("exec:curl -H \"X-Api-Key: PW\" -u me:PW h", "exec:curl -H *** -u *** h");
        row("exec:x --password 'P W' --token=PW --verbose -u a",
            "exec:x --password *** --token=*** --verbose -u ***");
        row("exec:env API_TOKEN=PW x --key-file /etc/key -o json",
            "exec:env API_TOKEN=*** x --key-file /etc/key -o json");
        row("exec:/tmp/cmd.sh -u bob:PW --token PW -pPW -d {\"password\":\"PW\"} PGPASSWORD=PW",
            "exec:/tmp/cmd.sh -u *** --token *** -p*** -d *** PGPASSWORD=***");
        row("exec:curl -ua:PW -d'{\"token\":\"PW\"}' http://h/m", "exec:curl -u*** -d*** http://h/m");
        row("exec:curl --json '{\"token\":\"PW\"}' h", "exec:curl --json *** h");
        row("exec:curl --json={\"token\":\"PW\"} h", "exec:curl --json=*** h");
        row("exec:curl --json{\"token\":\"PW\"} h", "exec:curl --json*** h");
        row("exec:curl --data-urlencode a=PW -F f=PW -b PW h",
            "exec:curl --data-urlencode *** -F *** -b *** h");
        row("exec:mysql -pPW -hdb -P 3306 -h db -e 'show status'",
            "exec:mysql -p*** -h*** -P *** -h db -e ***");
        row("exec:psql postgres://u:PW@db/x?password=PW -c 'select PW'",
            "exec:psql postgres://u:***@db/x?password=*** -c ***");
        row("exec:psql 'host=db password=PW'", "exec:psql host=***");
        row("exec:sh -c 'curl -u a:PW h | grep x'", "exec:sh -c 'curl -u *** h | grep x'");
        row("exec:docker exec -it web curl -fsS localhost:9100/metrics",
            "exec:docker exec -it web curl -fsS localhost:9100/metrics");
        row("exec:ssh -q me@host cat /run/x.prom", "exec:ssh -q me@host cat /run/x.prom");
        row("exec:x bob:PW", "exec:x bob:***");
        row("exec:x h:80", "exec:x h:80");
        row("exec:x {\"token\":\"PW\"}", "exec:x ***");
        row("exec:x -k PW --data PW --pin 1234", "exec:x -k *** --data *** --pin ***");
        row("exec:x --retries 3 --label PW -1", "exec:x --retries 3 --label *** -1");
        row("exec:kubectl -n shop get --raw /m?token=PW", "exec:kubectl -n shop get --raw /m?token=***");
        row("exec:x Bearer PW", "exec:x Bearer ***");
        row("exec:date <b> +%s", "exec:date <b> +%s");
        row("exec:kubectl get --raw /metrics", "exec:kubectl get --raw /metrics");
    }

    void shown()
    {
        QFETCH(QString, input);
        QFETCH(QString, shown);
        const QUrl url = targetUrlFromInput(input);
        QVERIFY(url.isValid());
        QCOMPARE(displayUrl(url), shown);
        // What settings keep of a command is masked already.
        if (targetKind(url) == TargetKind::Command)
            QCOMPARE(displayUrl(targetUrlFromInput(shown)), shown);
        TargetConfig config;
        config.url = url;
        QVERIFY(targetLabels(config).toString().find("PW") == std::string::npos);
        QVERIFY(!scrapeUrlText(url).contains(QStringLiteral("PW")));
    }

    void scrapeUrls_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *input, const char *shown) {
            QTest::newRow(input) << QString::fromUtf8(input) << QString::fromUtf8(shown);
        };
        row("http://h:1/metrics", "http://h:1/metrics");
        row("http://[::1]:9100/metrics", "http://[::1]:9100/metrics");
        row("http://h/a b(!)*ü?x=1&a=%20b", "http://h/a%20b%28%21%29%2A%C3%BC?x=1&a=%20b");
        row("http://h/m?token=PW", "http://h/m?token=***");
        row("unix:/run/x.sock:/m", "unix:/run/x.sock:/m");
    }

    void scrapeUrls()
    {
        QFETCH(QString, input);
        QTEST(scrapeUrlText(targetUrlFromInput(input)), "shown");
    }

    void labels()
    {
        TargetConfig config;
        config.url = QUrl(QStringLiteral("http://u:p@[::1]:9100/metrics"));
        QCOMPARE(targetLabels(config).toString(), R"({instance="[::1]:9100", job="[::1]:9100"})");
        config.url = QUrl(QStringLiteral("https://h/metrics"));
        config.name = QStringLiteral("shop");
        config.labels = Labels({{"env", "dev"}, {"__hidden", "x"}, {"instance", "blue"}});
        QCOMPARE(targetLabels(config).toString(), R"({env="dev", instance="blue", job="shop"})");
        // A configuration says all of them: relabelling may have taken the job away.
        config.origin = QStringLiteral("/etc/prometheus.yml");
        QCOMPARE(targetLabels(config).toString(), R"({env="dev", instance="blue"})");
    }

    void otherKinds()
    {
        TargetConfig config;
        config.url = targetUrlFromInput(QStringLiteral("unix:/run/my app.sock:/a?b=c d"));
        QCOMPARE(unixSocketAddress(config.url).socket, QStringLiteral("/run/my app.sock"));
        QCOMPARE(unixSocketAddress(config.url).request.path(), QStringLiteral("/a"));
        QCOMPARE(targetLabels(config).toString(), R"({instance="/run/my app.sock", job="my app.sock"})");
        config.url = targetUrlFromInput(QStringLiteral("exec:/usr/bin/kubectl get \"a b\" 100%"));
        QCOMPARE(commandLine(config.url),
                 (QStringList{QStringLiteral("/usr/bin/kubectl"), QStringLiteral("get"),
                              QStringLiteral("a b"), QStringLiteral("100%")}));
        QCOMPARE(targetLabels(config).value("job"), std::string_view("kubectl"));
        config.url = targetUrlFromInput(QStringLiteral("/tmp/a.prom"));
        QCOMPARE(targetLabels(config).toString(), R"({instance="/tmp/a.prom", job="a.prom"})");
    }

    void timeout_data()
    {
        QTest::addColumn<qint64>("interval");
        QTest::addColumn<qint64>("timeout");
        QTest::addColumn<qint64>("effective");
        QTest::newRow("the interval") << qint64{1000} << qint64{0} << qint64{1000};
        QTest::newRow("at most 10 s") << qint64{60'000} << qint64{0} << qint64{10'000};
        QTest::newRow("as given") << qint64{60'000} << qint64{30'000} << qint64{30'000};
        QTest::newRow("never longer than the interval") << qint64{1000} << qint64{5000} << qint64{1000};
        QTest::newRow("interval below its limit") << qint64{1} << qint64{0} << qint64{100};
    }
    void timeout()
    {
        TargetConfig config;
        QFETCH(qint64, interval);
        QFETCH(qint64, timeout);
        config.intervalMs = interval;
        config.timeoutMs = timeout;
        QTEST(qint64{effectiveTimeoutMs(config)}, "effective");
    }

    void passwordIsNeverShown()
    {
        const QString shown = displayUrl(QUrl(QStringLiteral("http://ann:secret@h:1/metrics")));
        QCOMPARE(shown, QStringLiteral("http://ann@h:1/metrics"));
    }

    void publicAddresses_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("address");
        const auto row = [](const char *name, const char *input, const char *address) {
            QTest::newRow(name) << QString::fromLatin1(input) << QString::fromLatin1(address);
        };
        row("user and query go", "http://ann:s3cret@h:1/probe?token=s3cret", "http://h:1/probe");
        row("IPv6", "https://s3cret@[::1]:1/a", "https://[::1]:1/a");
        row("unix", "unix:/run/x.sock:/metrics", "unix:/run/x.sock:/metrics");
        row("unix with a query", "unix:/run/x.sock:/a?token=s3cret", "unix:/run/x.sock:/a");
        row("file", "/var/lib/x.prom", "file:///var/lib/x.prom");
        row("command", "exec:/usr/bin/curl -H 'Token: s3cret' http://h/s3cret", "curl");
    }
    void publicAddresses()
    {
        QFETCH(QString, input);
        const QUrl url = targetUrlFromInput(input);
        QVERIFY(url.isValid());
        QTEST(publicAddress(url), "address");
        // What is no command any more names no words of it.
        QCOMPARE(publicAddress(QUrl(QStringLiteral("exec:curl 'http://h/s3cret"))), QStringLiteral("exec"));
    }

    void targetLabelsWin_data()
    {
        QTest::addColumn<QString>("exposed");
        QTest::addColumn<QString>("stored");
        const auto row = [](const char *name, const char *exposed, const char *stored) {
            QTest::newRow(name) << QString::fromUtf8(exposed) << QString::fromUtf8(stored);
        };
        row("no conflict", "x=1", R"(m{instance="i", job="j", x="1"})");
        row("moved aside", "job=a", R"(m{exported_job="a", instance="i", job="j"})");
        row("empty is replaced", "job=", R"(m{instance="i", job="j"})");
        row("prefix until free", "job=a,exported_job=b",
            R"(m{exported_exported_job="a", exported_job="b", instance="i", job="j"})");
        row("an empty name is free", "job=a,exported_job=", R"(m{exported_job="a", instance="i", job="j"})");
        row("two conflicts", "instance=a,job=b",
            R"(m{exported_instance="a", exported_job="b", instance="i", job="j"})");
        row("twice is still an error", "job=a,job=b",
            "label name \"exported_job\" is not unique: invalid sample");
    }
    void targetLabelsWin()
    {
        QFETCH(QString, exposed);
        std::vector<Label> labels{{"__name__", "m"}};
        for (const QString &pair : exposed.split(QLatin1Char(',')))
            labels.push_back({pair.section(QLatin1Char('='), 0, 0).toStdString(),
                              pair.section(QLatin1Char('='), 1).toStdString()});
        applyTargetLabels(labels, Labels({{"job", "j"}, {"instance", "i"}}));
        const auto result = validatedLabels(labels);
        QTEST(QString::fromStdString(result ? result->toString() : plainText(result.error())), "stored");
    }
};

} // namespace

SIGHTGLASS_TEST(TargetConfigTest)
#include "targetconfigtest.moc"
