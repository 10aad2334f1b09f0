// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/configfollower.h"

#include "model/scrape/dnsdiscoverer.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sightglass;

namespace {

/// A prometheus.yml that is followed while it, its files and its services change.
class ConfigFollowerTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void init();
    void staticTargetsAndRuleFiles();
    void aBrokenFileChangesNothing();
    void missingFileIsTold();
    void filesOfTargets();
    void furtherScrapeConfigs();
    void targetsByHttp();
    void answersWithoutTargets_data();
    void answersWithoutTargets();
    void targetsByHttpAsConfigured();
    void dnsGroupsAreLabelled();
    void rulesOfAConfiguration();
    void aBrokenRuleFileKeepsItsGroups();
    void ruleFileByItself();
    void ruleFilesOfAPattern();
    void whatIsMeantAsRules();
    void rulesThatComeAlong_data();
    void rulesThatComeAlong();

private:
    void write(const char *name, const QByteArray &content) const;
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    /// The instances of all targets.
    static QString instances(const ConfigFollower &follower);
    static QString problems(const ConfigFollower &follower);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ConfigFollowerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

/// As editors do it: the file is replaced.
void ConfigFollowerTest::write(const char *name, const QByteArray &content) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QSaveFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    QVERIFY(file.commit());
}

QString ConfigFollowerTest::instances(const ConfigFollower &follower)
{
    QStringList names;
    for (const TargetConfig &target : follower.state().targets)
        names += QString::fromStdString(std::string(targetLabels(target).value("instance")));
    return names.join(QLatin1Char(' '));
}

QString ConfigFollowerTest::problems(const ConfigFollower &follower)
{
    QStringList texts;
    for (const Error &problem : follower.state().problems)
        texts += QString::fromStdString(plainText(problem));
    return texts.join(QLatin1Char('\n'));
}

void ConfigFollowerTest::staticTargetsAndRuleFiles()
{
    write("rules/b.yml", "groups: []\n");
    write("rules/a.yml", "groups: []\n");
    write("rules/c.txt", "");
    write("p.yml", "rule_files: ['rules/*.yml', none.yml]\n"
                   "remote_write: [{url: 'http://x/'}]\n"
                   "scrape_configs:\n- job_name: j\n  static_configs: [{targets: [a, b]}]\n");
    ConfigFollower follower(path("p.yml"));
    follower.start();
    QTRY_COMPARE(instances(follower), QStringLiteral("a b"));
    QVERIFY(!follower.state().broken);
    QCOMPARE(follower.state().ruleFiles, (QStringList{path("rules/a.yml"), path("rules/b.yml")}));
    QCOMPARE(follower.state().remarks.size(), std::size_t{1});
    write("rules/d.yml", "groups: []\n");
    QTRY_COMPARE(follower.state().ruleFiles.size(), 3);
    write("p.yml", "scrape_configs:\n- job_name: j\n  static_configs: [{targets: [c]}]\n");
    QTRY_COMPARE(instances(follower), QStringLiteral("c"));
}

void ConfigFollowerTest::aBrokenFileChangesNothing()
{
    write("p.yml", "scrape_configs:\n- job_name: j\n  static_configs: [{targets: [a]}]\n");
    ConfigFollower follower(path("p.yml"));
    follower.start();
    QTRY_COMPARE(instances(follower), QStringLiteral("a"));
    write("p.yml", "scrape_configs:\n- job_name: j\n  nonsense: 1\n");
    QTRY_VERIFY(follower.state().broken.has_value());
    QCOMPARE(follower.state().broken->file, path("p.yml"));
    QCOMPARE(follower.state().broken->error.position.line, 3U);
    QCOMPARE(instances(follower), QStringLiteral("a"));
    write("p.yml", "scrape_configs:\n- job_name: j\n  static_configs: [{targets: [b]}]\n");
    QTRY_COMPARE(instances(follower), QStringLiteral("b"));
    QVERIFY(!follower.state().broken);
}

void ConfigFollowerTest::missingFileIsTold()
{
    ConfigFollower follower(path("none.yml"));
    follower.start();
    QTRY_VERIFY(follower.state().broken.has_value());
    QVERIFY(follower.state().broken->error.code == ErrorCode::FileUnreadable);
}

void ConfigFollowerTest::filesOfTargets()
{
    write("p.yml",
          "scrape_configs:\n- job_name: j\n  file_sd_configs: [{files: ['t/*.json', t/x.yml]}]\n"
          "  relabel_configs: [{source_labels: [__meta_filepath], regex: '.*/(.*)', target_label: from}]\n");
    write("t/1.json", R"([{"targets": ["a"], "labels": {"env": "dev"}}])");
    ConfigFollower follower(path("p.yml"));
    follower.start();
    QTRY_COMPARE(instances(follower), QStringLiteral("a"));
    QCOMPARE(targetLabels(follower.state().targets.at(0)).toString(),
             R"({env="dev", from="1.json", instance="a", job="j"})");
    write("t/2.json", R"([{"targets": ["b"]}])");
    QTRY_COMPARE(instances(follower), QStringLiteral("a b"));
    write("t/x.yml", "- targets: [c]\n");
    QTRY_COMPARE(instances(follower), QStringLiteral("a b c"));
    // A broken file keeps what it had, and says where it is broken; one that is gone does not.
    write("t/2.json", R"([{"targets": ["d"], "lables": {}}])");
    QTRY_VERIFY(!problems(follower).isEmpty());
    QVERIFY2(problems(follower).startsWith(path("t/2.json") + QLatin1String(":1:")),
             qPrintable(problems(follower)));
    QCOMPARE(instances(follower), QStringLiteral("a b c"));
    QVERIFY(QFile::remove(path("t/2.json")));
    QTRY_COMPARE(instances(follower), QStringLiteral("a c"));
    QTRY_VERIFY(problems(follower).isEmpty());
}

void ConfigFollowerTest::furtherScrapeConfigs()
{
    write("p.yml", "global: {scrape_interval: 7s, scrape_timeout: 2s}\nscrape_config_files: ['more/*.yml']\n"
                   "scrape_configs:\n- job_name: j\n  static_configs: [{targets: [a]}]\n");
    write("more/k.yml", "scrape_configs:\n- job_name: k\n  static_configs: [{targets: [b]}]\n");
    ConfigFollower follower(path("p.yml"));
    follower.start();
    QTRY_COMPARE(instances(follower), QStringLiteral("a b"));
    QCOMPARE(follower.state().targets.at(1).intervalMs, std::int64_t{7000});
    write("more/k.yml", "scrape_configs:\n- job_name: j\n  static_configs: [{targets: [b]}]\n");
    QTRY_VERIFY(follower.state().broken.has_value());
    QCOMPARE(follower.state().broken->file, path("more/k.yml"));
    QCOMPARE(instances(follower), QStringLiteral("a b"));
}

void ConfigFollowerTest::targetsByHttp()
{
    QByteArray answer = R"([{"targets": ["a"]}])";
    QByteArray type = "application/json; charset=utf-8";
    QHash<QByteArray, QByteArray> headers;
    test::HttpServer server;
    server.serve("/targets", [&](const test::HttpRequest &request) {
        headers = request.headers;
        return test::HttpAnswer::page(answer, type);
    });
    write("p.yml", "scrape_configs:\n- job_name: j\n  http_sd_configs: [{url: '" +
                       server.url(QStringLiteral("/targets")).toString().toUtf8() +
                       "', refresh_interval: 50ms}]\n");
    ConfigFollower follower(path("p.yml"));
    follower.start();
    QTRY_COMPARE(instances(follower), QStringLiteral("a"));
    QCOMPARE(headers.value("accept"), QByteArray("application/json"));
    QCOMPARE(headers.value("x-prometheus-refresh-interval-seconds"), QByteArray("0.05"));
    answer = R"([{"targets": ["a", "b"]}])";
    QTRY_COMPARE(instances(follower), QStringLiteral("a b"));
    type = "text/html";
    QTRY_VERIFY(!problems(follower).isEmpty());
    QCOMPARE(instances(follower), QStringLiteral("a b"));
    type = "application/json";
    answer = "[]";
    QTRY_COMPARE(instances(follower), QString());
    QVERIFY(problems(follower).isEmpty());
}

void ConfigFollowerTest::answersWithoutTargets_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("says");
    const auto row = [](const QByteArray &type, const QString &says) {
        QTest::addRow("%s", type.constData()) << type << says;
    };
    row("text/html", QStringLiteral("not a list of targets: unsupported content type \"text/html\""));
    row("text/html; charset=utf-8",
        QStringLiteral("not a list of targets: unsupported content type \"text/html; charset=utf-8\""));
    row("application/json; charset=latin1",
        QStringLiteral(
            "not a list of targets: unsupported content type \"application/json; charset=latin1\""));
    row("x/" + QByteArray(200, 'y'), QStringLiteral("not a list of targets: unsupported content type \"x/") +
                                         QString(98, QLatin1Char('y')) + QLatin1Char('"'));
    row("x/\xC3\xA4\t" + QByteArray(10'000, ' ') + "y",
        QStringLiteral("not a list of targets: unsupported content type \"x/???") +
            QString(95, QLatin1Char(' ')) + QLatin1Char('"'));
    row("x/hush+hush; a=aHVzaCtodXNo",
        QStringLiteral("not a list of targets: unsupported content type \"x/***; a=aHVzaCtodXNo\""));
    row("Basic " + QByteArray("ann:hush+hush").toBase64(),
        QStringLiteral("not a list of targets: unsupported content type \"Basic ***\""));
}

/// A page that is no list of targets was never meant to be one of metrics.
void ConfigFollowerTest::answersWithoutTargets()
{
    QFETCH(QByteArray, type);
    QFETCH(QString, says);
    test::HttpServer server;
    server.serve("/targets", test::HttpAnswer::page(R"([{"targets": ["a"]}])", type));
    const QString url = server.url(QStringLiteral("/targets")).toString();
    // The query may hold secrets under any name.
    write("p.yml", "scrape_configs:\n- job_name: j\n  http_sd_configs: [{url: '" + url.toUtf8() +
                       "?x=secret', basic_auth: {username: ann, password: hush+hush}}]\n");
    ConfigFollower follower(path("p.yml"));
    follower.start();
    QTRY_VERIFY(!problems(follower).isEmpty());
    const QString problem = problems(follower);
    QVERIFY2(problem.endsWith(url + QStringLiteral(": ") + says), qPrintable(problem));
    QCOMPARE(instances(follower), QString());
}

/// Discovery authenticates, reads secrets from files, goes through a proxy and follows redirects as scrapes
/// do, and what authenticates it stays with the origin that was asked.
void ConfigFollowerTest::targetsByHttpAsConfigured()
{
    const auto groups = test::HttpAnswer::page(R"([{"targets": ["a"]}])", "application/json");
    test::HttpServer elsewhere;
    elsewhere.serve("/moved", groups);
    test::HttpServer server;
    server.serve("/targets", test::HttpAnswer::redirect(elsewhere.url(QStringLiteral("/moved")).toEncoded()));
    write("password", " pa ss \n");
    write("p.yml", "scrape_configs:\n- job_name: j\n  http_sd_configs:\n  - url: '" +
                       server.url(QStringLiteral("/targets")).toEncoded() +
                       "'\n    basic_auth: {username: ann, password_file: password}\n"
                       "    http_headers: {X-Scope-OrgID: {values: [tenant]}}\n");
    ConfigFollower follower(path("p.yml"));
    follower.start();
    QTRY_COMPARE(instances(follower), QStringLiteral("a"));
    const auto asked = server.requests().value(0).headers;
    QCOMPARE(asked.value("authorization"), "Basic " + QByteArray("ann:pa ss").toBase64());
    QCOMPARE(asked.value("x-scope-orgid"), QByteArray("tenant"));
    const auto moved = elsewhere.requests().value(0).headers;
    QVERIFY(!moved.contains("authorization"));
    QVERIFY(!moved.contains("x-scope-orgid"));

    test::HttpServer proxy;
    proxy.serve("http://discovery.invalid/targets", groups);
    write("p.yml",
          "scrape_configs:\n- job_name: k\n  http_sd_configs:\n  - url: http://discovery.invalid/targets\n"
          "    proxy_url: '" +
              proxy.url(QString()).toEncoded() + "'\n");
    QTRY_COMPARE(proxy.requests().size(), 1);
    QTRY_COMPARE(instances(follower), QStringLiteral("a"));
    QCOMPARE(follower.state().targets.front().labels.value("job"), std::string_view("k"));
}

void ConfigFollowerTest::dnsGroupsAreLabelled()
{
    DnsDiscovery config;
    const std::vector<DnsAnswer> services{{"b.example.org.", 81}, {"a.example.org.", 80}};
    const std::vector<TargetGroup> groups = dnsGroups(config, "_http._tcp.example.org", services);
    QCOMPARE(groups.size(), std::size_t{2});
    QCOMPARE(groups[0].addresses, (std::vector<std::string>{"a.example.org:80"}));
    QCOMPARE(Labels(groups[0].labels).toString(),
             R"({__meta_dns_name="_http._tcp.example.org", __meta_dns_srv_record_port="80", )"
             R"(__meta_dns_srv_record_target="a.example.org."})");
    config.type = DnsRecord::Aaaa;
    config.port = 9100;
    const std::vector<DnsAnswer> addresses{{"2001:db8::1"}};
    QCOMPARE(dnsGroups(config, "h", addresses).at(0).addresses,
             (std::vector<std::string>{"[2001:db8::1]:9100"}));
    QVERIFY(dnsGroups(config, "h", {}).empty());
}

/// "file:group:interval:rules …"
QString groupsOf(const ConfigFollower &follower)
{
    QStringList groups;
    for (const RuleGroup &group : follower.state().ruleGroups)
        groups += QStringLiteral("%1:%2:%3:%4")
                      .arg(QFileInfo(QString::fromStdString(group.file)).fileName(),
                           QString::fromStdString(group.name))
                      .arg(group.intervalMs)
                      .arg(group.rules.size());
    return groups.join(QLatin1Char(' '));
}

QString faultsOf(const ConfigFollower &follower)
{
    QStringList texts;
    for (const RuleFileFault &fault : follower.state().ruleFaults)
        texts += QString::fromStdString(plainText(fault));
    return texts.join(QLatin1Char('\n'));
}

void ConfigFollowerTest::rulesOfAConfiguration()
{
    write("rules/a.yml", "groups:\n- name: g\n  rules: [{alert: A, expr: up == 0}]\n"
                         "- name: h\n  interval: 5s\n  query_offset: 3s\n  rules: [{record: r, expr: up}]\n");
    write("p.yml", "global:\n  evaluation_interval: 20s\n  rule_query_offset: 1s\n"
                   "  external_labels: {site: x}\n"
                   "rule_files: ['rules/*.yml', 'rules/a.yml']\n");
    ConfigFollower follower(path("p.yml"));
    follower.start();
    QTRY_COMPARE(groupsOf(follower), QStringLiteral("a.yml:g:20000:1 a.yml:h:5000:1"));
    QCOMPARE(follower.state().ruleGroups[0].queryOffsetMs, std::int64_t{1000});
    QCOMPARE(follower.state().ruleGroups[1].queryOffsetMs, std::int64_t{3000});
    QCOMPARE(follower.state().ruleGroups[0].externalLabels.value("site"), std::string_view("x"));
    QCOMPARE(follower.state().ruleGroups[0].file, path("rules/a.yml").toStdString());
    write("rules/b.yml", "groups: [{name: n, rules: [{record: b, expr: up}]}]\n");
    QTRY_COMPARE(groupsOf(follower), QStringLiteral("a.yml:g:20000:1 a.yml:h:5000:1 b.yml:n:20000:1"));
    QVERIFY(QFile::remove(path("rules/a.yml")));
    QTRY_COMPARE(groupsOf(follower), QStringLiteral("b.yml:n:20000:1"));
    write("p.yml", "global: {evaluation_interval: 7s}\nrule_files: ['rules/*.yml']\n");
    QTRY_COMPARE(groupsOf(follower), QStringLiteral("b.yml:n:7000:1"));
}

void ConfigFollowerTest::aBrokenRuleFileKeepsItsGroups()
{
    write("a.yml", "groups: [{name: g, rules: [{record: r, expr: up}]}]\n");
    write("b.yml", "groups: [{name: g, rules: [{record: r, expr: up}]}]\n");
    write("p.yml", "rule_files: ['a.yml', 'b.yml']\n");
    ConfigFollower follower(path("p.yml"));
    follower.start();
    QTRY_COMPARE(groupsOf(follower), QStringLiteral("a.yml:g:60000:1 b.yml:g:60000:1"));
    write("a.yml", "groups:\n- name: g\n  rules:\n  - record: r\n    expr: up +\n");
    QTRY_COMPARE(faultsOf(follower),
                 path("a.yml") +
                     QStringLiteral(":5:15: group \"g\", rule 1, \"r\": could not parse expression: "
                                    "1:5: parse error: unexpected end of input"));
    // What it was goes on, and the other file is still followed.
    QCOMPARE(groupsOf(follower), QStringLiteral("a.yml:g:60000:1 b.yml:g:60000:1"));
    QVERIFY(!follower.state().broken);
    write("b.yml", "groups: [{name: g2, rules: [{record: r, expr: up}, {record: s, expr: up}]}]\n");
    QTRY_COMPARE(groupsOf(follower), QStringLiteral("a.yml:g:60000:1 b.yml:g2:60000:2"));
    write("a.yml", "groups: [{name: g3, rules: [{record: r, expr: up}]}]\n");
    QTRY_COMPARE(groupsOf(follower), QStringLiteral("a.yml:g3:60000:1 b.yml:g2:60000:2"));
    QCOMPARE(faultsOf(follower), QString());
}

void ConfigFollowerTest::ruleFileByItself()
{
    ConfigFollower follower(path("rules.yml"), FollowedKind::Rules);
    follower.start();
    QTRY_VERIFY(follower.state().broken.has_value());
    QVERIFY(follower.state().broken->error.code == ErrorCode::FileUnreadable);
    write("rules.yml", "groups: [{name: g, rules: [{record: r, expr: up}]}]\n");
    QTRY_COMPARE(groupsOf(follower), QStringLiteral("rules.yml:g:60000:1"));
    QVERIFY(!follower.state().broken);
    write("rules.yml", "groups: [{name: g, rules: [{record: r, expr: up, for: 1m}]}]\n");
    QTRY_VERIFY(follower.state().broken.has_value());
    QCOMPARE(follower.state().broken->error.position.line, 1U);
    QCOMPARE(groupsOf(follower), QStringLiteral("rules.yml:g:60000:1"));
    write("rules.yml", "");
    QTRY_COMPARE(groupsOf(follower), QString());
    QVERIFY(!follower.state().broken);
}

void ConfigFollowerTest::ruleFilesOfAPattern()
{
    ConfigFollower follower(path("r*.yml"), FollowedKind::Rules);
    follower.start();
    QTRY_VERIFY(follower.state().broken.has_value());
    write("r2.yml", "groups: [{name: b, rules: [{record: r, expr: up}]}]\n");
    QTRY_COMPARE(groupsOf(follower), QStringLiteral("r2.yml:b:60000:1"));
    QVERIFY(!follower.state().broken);
    write("r1.yml", "groups: [{name: a, rules: [{record: r, expr: up}]}]\n");
    QTRY_COMPARE(groupsOf(follower), QStringLiteral("r1.yml:a:60000:1 r2.yml:b:60000:1"));
    QCOMPARE(follower.state().ruleFiles, (QStringList{path("r1.yml"), path("r2.yml")}));
    // One that is broken keeps its groups, one that is gone goes.
    write("r1.yml", "groups: [{name: a, rules: [{record: r, expr: up >}]}]\n");
    QTRY_COMPARE(follower.state().ruleFaults.size(), std::size_t{1});
    QCOMPARE(follower.state().ruleFaults.front().file, path("r1.yml"));
    QVERIFY(QFile::remove(path("r2.yml")));
    QTRY_COMPARE(groupsOf(follower), QStringLiteral("r1.yml:a:60000:1"));
    QCOMPARE(follower.state().ruleFiles, QStringList{path("r1.yml")});
    QVERIFY(QFile::remove(path("r1.yml")));
    QTRY_COMPARE(groupsOf(follower), QString());
    QVERIFY(follower.state().broken.has_value());
}

/// A window is given any .yml: what is no prometheus.yml may be a rule file, a broken one too.
void ConfigFollowerTest::whatIsMeantAsRules()
{
    write("x.yml", "# rules\ngroups: [{name: g, rules: [{record: r, expr: up}]}]\n");
    ConfigFollower follower(path("x.yml"));
    follower.start();
    QTRY_COMPARE(groupsOf(follower), QStringLiteral("x.yml:g:60000:1"));
    QVERIFY(follower.state().kind == FollowedKind::Rules);
    write("x.yml", "groups: [{name: g, rule: []}]\n");
    QTRY_VERIFY(follower.state().broken.has_value());
    QVERIFY2(faultsOf(follower).contains(QLatin1String("field rule not found in type rulefmt.RuleGroup")),
             qPrintable(faultsOf(follower)));
    QCOMPARE(groupsOf(follower), QStringLiteral("x.yml:g:60000:1"));
}

void ConfigFollowerTest::rulesThatComeAlong_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"node", "prometheus", "process"})
        QTest::newRow(name) << QString::fromLatin1(name);
}
void ConfigFollowerTest::rulesThatComeAlong()
{
    QFETCH(QString, name);
    // The files lie in the program, which is not linked here.
    RuleDefaults defaults;
    const RuleFileContent content =
        readRules(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/resources/rules/%1.yml").arg(name), defaults);
    QVERIFY(content.problems.empty());
    QVERIFY(!content.groups.empty());
    const RuleFileContent missing = readRules(QStringLiteral("bundled:none"), defaults);
    QCOMPARE(missing.problems.size(), std::size_t{1});
}

} // namespace

SIGHTGLASS_TEST(ConfigFollowerTest)

#include "configfollowertest.moc"
