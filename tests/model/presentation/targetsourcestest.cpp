// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/targetsources.h"

#include "model/presentation/configreportmodel.h"
#include "model/presentation/secretsweeper.h"
#include "model/presentation/workspace.h"
#include "model/scrape/clientsecrets.h"
#include "tests/model/scrape/fakesecretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sightglass;

namespace {

/// Targets made by hand beside those of configuration files. None of them is scraped: they are switched off.
class TargetSourcesTest : public test::TestCase
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;

    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    void write(const char *name, const QByteArray &content) const
    {
        QSaveFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        QVERIFY(file.commit());
    }

    static QByteArray job(const QByteArray &name, const QByteArray &targets)
    {
        return "scrape_configs:\n- job_name: " + name +
               "\n  scrape_interval: 1h\n  static_configs: [{targets: [" + targets + "]}]\n";
    }

    void addByHand(const char *address) const
    {
        TargetConfig target;
        target.url = targetUrlFromInput(QLatin1String(address));
        target.enabled = false;
        m_workspace->addTarget(target);
    }

    /// "host" of those made by hand, "host@file" of the others.
    [[nodiscard]] QString shown() const
    {
        QStringList names;
        for (const TargetConfig &target : m_workspace->targets())
            names << target.url.host() + (target.origin.isEmpty()
                                              ? QString()
                                              : QLatin1Char('@') + QFileInfo(target.origin).baseName());
        return names.join(QLatin1Char(' '));
    }

private slots:
    void init()
    {
        TestCase::init();
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = std::make_unique<Workspace>(std::make_shared<test::FakeClock>(), WorkspaceOptions());
    }
    void cleanup() { m_workspace.reset(); }

    void filesStandBesideWhatIsMadeByHand()
    {
        write("a.yml", job("j", "'127.0.0.2:1', '127.0.0.3:1'"));
        write("b.yml", job("k", "'127.0.0.4:1'"));
        addByHand("127.0.0.1:1");
        TargetSources sources(m_workspace.get());
        sources.open(path("a.yml"));
        sources.open(path("b.yml"));
        QTRY_COMPARE(shown(), QStringLiteral("127.0.0.1 127.0.0.2@a 127.0.0.3@a 127.0.0.4@b"));
        QCOMPARE(sources.paths(), QStringList({path("a.yml"), path("b.yml")}));
        QVERIFY(sources.everGood(path("a.yml")));

        write("a.yml", job("j", "'127.0.0.5:1'"));
        QTRY_COMPARE(shown(), QStringLiteral("127.0.0.1 127.0.0.5@a 127.0.0.4@b"));
        addByHand("127.0.0.9:1");
        write("a.yml", job("j", "'127.0.0.6:1'"));
        QTRY_COMPARE(shown(), QStringLiteral("127.0.0.1 127.0.0.9 127.0.0.6@a 127.0.0.4@b"));

        sources.close(path("a.yml"));
        QCOMPARE(shown(), QStringLiteral("127.0.0.1 127.0.0.9 127.0.0.4@b"));
        QVERIFY(sources.state(path("a.yml")) == nullptr);
    }

    void onlyTheFileChangesItsTargets()
    {
        write("a.yml", job("j", "'127.0.0.2:1'"));
        TargetSources sources(m_workspace.get());
        sources.open(path("a.yml"));
        QTRY_COMPARE(shown(), QStringLiteral("127.0.0.2@a"));
        TargetConfig target = m_workspace->targets().front();
        m_workspace->removeTarget(target.id);
        target.url.setHost(QStringLiteral("127.0.0.3"));
        m_workspace->updateTarget(target);
        QCOMPARE(shown(), QStringLiteral("127.0.0.2@a"));
    }

    void twoFilesMayNameTheSameTarget()
    {
        write("a.yml", job("j", "'127.0.0.2:1'"));
        write("b.yml", job("j", "'127.0.0.2:1'"));
        TargetSources sources(m_workspace.get());
        sources.open(path("a.yml"));
        sources.open(path("b.yml"));
        QTRY_COMPARE(shown(), QStringLiteral("127.0.0.2@a 127.0.0.2@b"));
        QVERIFY(m_workspace->targets().at(0).id != m_workspace->targets().at(1).id);
    }

    void aBrokenFileKeepsWhatWasGood()
    {
        write("a.yml", job("j", "'127.0.0.2:1'"));
        TargetSources sources(m_workspace.get());
        QSignalSpy changed(&sources, &TargetSources::stateChanged);
        sources.open(path("a.yml"));
        QTRY_COMPARE(shown(), QStringLiteral("127.0.0.2@a"));
        write("a.yml", "scrape_configs:\n- job_name: j\n  nonsense: 1\n");
        QTRY_VERIFY(sources.state(path("a.yml"))->broken);
        QCOMPARE(shown(), QStringLiteral("127.0.0.2@a"));
        const ConfigState &state = *sources.state(path("a.yml"));
        QCOMPARE(configReport(state).front().line(),
                 path("a.yml") +
                     QStringLiteral(":3:3: field nonsense not found in type config.ScrapeConfig"));
        QCOMPARE(configSummary(state), QStringLiteral("broken: as it was last good · 1 target(s)"));
        QVERIFY(changed.count() >= 2);
    }

    void aFileThatWasNeverGoodSaysSo()
    {
        TargetSources sources(m_workspace.get());
        QSignalSpy changed(&sources, &TargetSources::stateChanged);
        sources.open(path("none.yml"));
        QVERIFY(changed.wait());
        QVERIFY(!sources.everGood(path("none.yml")));
        QCOMPARE(configSummary(*sources.state(path("none.yml"))), QStringLiteral("broken"));
    }

    /// Whatever a file can be made to say.
    void commandsNeverComeFromFiles()
    {
        write("a.yml",
              "scrape_configs:\n- job_name: j\n  scrape_interval: 1h\n  static_configs:\n"
              "  - targets: ['127.0.0.2:1', 'exec:touch x', 'touch x']\n"
              "  relabel_configs:\n  - {source_labels: [__address__], regex: 'exec.*', target_label: "
              "__scheme__, replacement: exec}\n"
              "  - {source_labels: [__address__], regex: 'touch.*', target_label: __unix_socket__, "
              "replacement: 'exec:touch x'}\n");
        TargetSources sources(m_workspace.get());
        QSignalSpy changed(&sources, &TargetSources::stateChanged);
        sources.open(path("a.yml"));
        QVERIFY(changed.wait());
        for (const TargetConfig &target : m_workspace->targets())
            QVERIFY2(targetKind(target.url) == TargetKind::Http, qPrintable(displayUrl(target.url)));
        QCOMPARE(shown(), QStringLiteral("127.0.0.2@a touch@a"));
        QVERIFY(m_workspace->targets()[1].refused.has_value());
    }

    void thePathIsMarkedInTheList()
    {
        write("a.yml", job("j", "'127.0.0.2:1'"));
        TargetSources sources(m_workspace.get());
        sources.open(path("a.yml"));
        TargetTableModel *model = m_workspace->targetModel();
        QTRY_COMPARE(model->rowCount(), 1);
        const QModelIndex index = model->index(0, 0);
        QCOMPARE(index.data(TargetTableModel::OriginRole).toString(), QStringLiteral("a.yml"));
        QVERIFY(index.data(Qt::ToolTipRole).toString().contains(path("a.yml")));
    }

    void theReportTellsWhatIsLost()
    {
        write("r.yml", "groups: []\n");
        write("a.yml",
              "rule_files: [r.yml]\nremote_write: [{url: 'http://x/'}]\n" + job("j", "'127.0.0.2:1', 'x y'"));
        TargetSources sources(m_workspace.get());
        sources.open(path("a.yml"));
        QTRY_VERIFY(!m_workspace->targets().empty());
        const ConfigState &state = *sources.state(path("a.yml"));
        ConfigReportModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setState(state);
        QCOMPARE(model.rowCount(), 3);
        using Kind = ConfigReportLine::Kind;
        const Kind kinds[] = {Kind::Problem, Kind::Lost, Kind::RuleFile};
        for (int row = 0; row < 3; ++row)
            QCOMPARE(model.index(row, 0).data(ConfigReportModel::KindRole).toInt(),
                     static_cast<int>(kinds[row]));
        QCOMPARE(model.index(1, ConfigReportModel::PlaceColumn).data().toString(),
                 QStringLiteral("a.yml:2:15"));
        QVERIFY(model.asText().contains(path("a.yml") + QStringLiteral(":2:15: remote_write: ")));
        QCOMPARE(configSummary(state),
                 QStringLiteral("2 target(s) · 1 problem(s) · 1 field(s) not honoured · 1 rule file(s)"));
    }

    void secretsGoWithTheirTargets()
    {
        test::FakeSecretStore store("somebody else's", "stays");
        std::set<std::string> elsewhere;
        SecretSweeper sweeper(m_workspace.get(), &store, [&elsewhere] { return elsewhere; });
        TargetConfig target;
        target.id = QStringLiteral("t");
        target.url = targetUrlFromInput(QStringLiteral("127.0.0.1:1"));
        target.enabled = false;
        const auto keys = [&store] {
            QStringList names;
            for (const auto &[key, secret] : store.secrets())
                names << QString::fromStdString(key);
            return names.join(QLatin1Char(','));
        };
        const auto keep = [&](const std::string &key) {
            store.write(key, "x", this, [](const Status &) {});
            return SecretKey{key};
        };
        target.client.authentication = BasicAuth{"ann", {}, keep("p")};
        target.client.headers = {{"A", {keep("h")}}};
        m_workspace->addTarget(target);
        QCOMPARE(keys(), QStringLiteral("h,p,somebody else's"));
        target.client.authentication = BasicAuth{"ann", {}, keep("q")};
        m_workspace->updateTarget(target);
        QCOMPARE(keys(), QStringLiteral("h,q,somebody else's"));
        elsewhere = {"q"};
        m_workspace->removeTarget(target.id);
        QCOMPARE(keys(), QStringLiteral("q,somebody else's"));
        // What was to replace a target that is gone.
        target.client.authentication = BasicAuth{"ann", {}, keep("r")};
        QVERIFY(!m_workspace->updateTarget(target));
        sweeper.forget(target);
        QCOMPARE(keys(), QStringLiteral("q,somebody else's"));
    }
};

} // namespace

SIGHTGLASS_TEST(TargetSourcesTest)
#include "targetsourcestest.moc"
