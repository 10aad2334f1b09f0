// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardpages.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/windowconfigs.h"
#include "model/presentation/targetsources.h"
#include "model/scrape/clientsecrets.h"
#include "model/scrape/systemclock.h"
#include "tests/model/scrape/fakesecretstore.h"
#include "tests/support/conformance.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"
#include "widgets/targets/configdialog.h"
#include "widgets/targets/configlist.h"
#include "widgets/targets/secretedit.h"
#include "widgets/targets/targetdialog.h"
#include "widgets/views/targetpane.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDirIterator>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sightglass;
using test::HttpAnswer;
using test::HttpServer;

/// The whole program but its main(), with a secret store in memory.
struct Program
{
    explicit Program(const QString &settingsFile, test::FakeSecretStore *secrets,
                     const QStringList &configsThisTime = {})
        : settings(settingsFile)
        , memory(&settings, {},
                 configsThisTime.isEmpty() ? TargetMemory::Otherwise::Remembered
                                           : TargetMemory::Otherwise::None)
    {
        WorkspaceOptions options;
        options.collector.secrets = secrets;
        workspace = std::make_unique<Workspace>(std::make_shared<SystemClock>(), std::move(options));
        sources = std::make_unique<TargetSources>(workspace.get());
        window = std::make_unique<MainWindow>(
            MainWindow::Parts{workspace.get(), &settings, &memory, nullptr, nullptr, sources.get(), secrets});
        workspace->setTargets(memory.initialTargets());
        window->configs()->start(configsThisTime);
        window->resize(MainWindow::comfortableSize);
        window->show();
    }
    ~Program()
    {
        window->close();
        window.reset();
        sources.reset();
    }

    [[nodiscard]] QString summaryOf(int row) const
    {
        return workspace->targetModel()->index(row, 0).data(TargetTableModel::SummaryRole).toString();
    }
    /// "127.0.0.1:1 127.0.0.1:2"
    [[nodiscard]] QString instances() const
    {
        QStringList names;
        for (const TargetConfig &target : workspace->targets())
            names << targetAddress(target.url);
        return names.join(QLatin1Char(' '));
    }
    [[nodiscard]] TargetDialog *addDialog(const QString &address) const
    {
        window->addTarget();
        auto *dialog = window->findChildren<TargetDialog *>().back();
        dialog->findChild<QLineEdit *>(QStringLiteral("url"))->setText(address);
        return dialog;
    }

    WindowSettings settings;
    TargetMemory memory;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<TargetSources> sources;
    std::unique_ptr<MainWindow> window;
};

void clickOk(const TargetDialog *dialog)
{
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
}

void typeSecret(const QDialog *dialog, const char *name, const QString &text)
{
    dialog->findChild<SecretEdit *>(QLatin1String(name))
        ->findChild<QLineEdit *>(QStringLiteral("secret"))
        ->setText(text);
}

QString logged;
QtMessageHandler handlerBefore = nullptr;

void keepLog(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    logged += message;
    handlerBefore(type, context, message);
}

/// Everything that a window shows, says or offers to assistive technology, but for what is just being typed.
QString allTextsOf(const QWidget *window)
{
    QString texts;
    QList<const QWidget *> widgets{window};
    for (const QWidget *widget : window->findChildren<QWidget *>())
        widgets << widget;
    for (const QWidget *widget : widgets) {
        texts += widget->toolTip() + widget->statusTip() + widget->whatsThis() + widget->accessibleName() +
                 widget->accessibleDescription() + widget->windowTitle();
        for (const char *property : {"text", "plainText", "placeholderText", "displayText"})
            texts += widget->property(property).toString();
    }
    return texts;
}

QString allDataOf(const QAbstractItemModel *model)
{
    QString texts;
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            for (int role = 0; role < Qt::UserRole + 16; ++role)
                texts += model->index(row, column).data(role).toString();
        }
    }
    return texts;
}

class WindowTargetsTest : public test::TestCase
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &content) const
    {
        QSaveFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        QVERIFY(file.commit());
    }

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    /// Of a settings file that somebody handed over.
    void aCommandOfAnotherSettingsFileRunsOnceItIsAllowed()
    {
        const QString ran = path("ran");
        TargetConfig command;
        command.id = QStringLiteral("c");
        command.url = targetUrlFromInput(QStringLiteral("exec:tee %1").arg(ran));
        command.intervalMs = minScrapeIntervalMs;
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        TargetConfig page;
        page.id = QStringLiteral("a");
        page.url = server.url();
        page.intervalMs = minScrapeIntervalMs;
        WindowSettings(path("s.ini")).setTargets({command, page});
        {
            Program program(path("s.ini"), nullptr);
            QTRY_VERIFY(program.summaryOf(1).startsWith(QStringLiteral("up")));
            QCOMPARE(program.summaryOf(0), QStringLiteral("command not run: it waits for your leave"));
            // Looking at it in the dialog is no leave.
            program.window->editTarget(command.id);
            clickOk(program.window->findChildren<TargetDialog *>().back());
            QTRY_VERIFY(program.window->findChildren<TargetDialog *>().isEmpty());
            QCOMPARE(program.summaryOf(0), QStringLiteral("command not run: it waits for your leave"));
            QVERIFY(!QFile::exists(ran));
            auto *allow = program.window->findChild<QPushButton *>(QStringLiteral("allowCommands"));
            QVERIFY(allow->isVisible());
            allow->click();
            QTRY_VERIFY(QFile::exists(ran));
            QVERIFY(!allow->isVisible());
        }
        // For this time: the file may be another one the next time.
        QVERIFY(QFile::remove(ran));
        const Program again(path("s.ini"), nullptr);
        QTRY_VERIFY(again.summaryOf(1).startsWith(QStringLiteral("up")));
        QVERIFY(!QFile::exists(ran));
    }

    void aTargetWithAPasswordIsScrapedNowAndAfterARestart()
    {
        HttpServer server;
        const QByteArray good = "Basic " + QByteArray("ann:hunter2").toBase64();
        server.serve("/metrics", [&good](const test::HttpRequest &request) {
            return request.headers.value("authorization") == good ? HttpAnswer::page("a 1\n")
                                                                  : HttpAnswer::status("401 Unauthorized");
        });
        test::FakeSecretStore store;
        {
            Program program(path("s.ini"), &store);
            const TargetDialog *dialog =
                program.addDialog(QStringLiteral("http://ann:hunter2@127.0.0.1:%1").arg(server.port()));
            clickOk(dialog);
            QTRY_VERIFY(program.summaryOf(0).startsWith(QStringLiteral("up")));
            QCOMPARE(store.secrets().size(), std::size_t{1});
        }
        Program again(path("s.ini"), &store);
        QTRY_VERIFY(again.summaryOf(0).startsWith(QStringLiteral("up")));
        // The same address once more is no other target, and leaves nothing behind in the store.
        clickOk(again.addDialog(QStringLiteral("http://bob:x@127.0.0.1:%1").arg(server.port())));
        QTRY_VERIFY(again.window->findChildren<TargetDialog *>().isEmpty());
        QCOMPARE(again.workspace->targets().size(), std::size_t{1});
        QTRY_COMPARE(store.secrets().size(), std::size_t{1});
        again.workspace->removeTarget(again.workspace->targets().front().id);
        QTRY_VERIFY(store.secrets().empty());
    }

    void aCommandWithSecretsRunsNowAndAfterARestart()
    {
        test::FakeSecretStore store;
        const QString typed = QStringLiteral("exec:sh %1 -u bob:hunter2").arg(path("cmd.sh"));
        write("cmd.sh", "test \"$2\" = bob:hunter2 && echo a 1\n");
        const auto written = [this] {
            QFile file(path("s.ini"));
            const bool isOpen = file.open(QIODevice::ReadOnly);
            return isOpen ? file.readAll() : QByteArray("?");
        };
        {
            Program program(path("s.ini"), &store);
            clickOk(program.addDialog(typed));
            QTRY_VERIFY(program.summaryOf(0).startsWith(QStringLiteral("up")));
            QCOMPARE(store.secrets().size(), std::size_t{1});
        }
        QVERIFY(written().contains("exec:") && !written().contains("hunter2"));
        QCOMPARE(QFile::permissions(path("s.ini")) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        // Held, for the file is not the user's own.
        Program again(path("s.ini"), &store);
        auto *allow = again.window->findChild<QPushButton *>(QStringLiteral("allowCommands"));
        QTRY_VERIFY(allow->isVisible());
        allow->click();
        QTRY_VERIFY(again.summaryOf(0).startsWith(QStringLiteral("up")));
        again.workspace->removeTarget(again.workspace->targets().front().id);
        QTRY_VERIFY(store.secrets().empty());
    }

    void twoWindowsKeepEachOthersPasswords()
    {
        test::FakeSecretStore store;
        TargetConfig target;
        target.id = QStringLiteral("t");
        target.url = targetUrlFromInput(QStringLiteral("127.0.0.1:1"));
        target.client.authentication = BasicAuth{"ann", {}, SecretKey{"K1"}};
        store.write("K1", "one", this, [](const Status &) {});
        WindowSettings(path("s.ini")).setTargets({target});
        const Program first(path("s.ini"), &store);
        const Program second(path("s.ini"), &store);
        target.client.authentication = BasicAuth{"ann", {}, SecretKey{"K2"}};
        store.write("K2", "two", this, [](const Status &) {});
        QVERIFY(first.workspace->updateTarget(target));
        QVERIFY(!store.secrets().contains("K1"));
        second.window->close(); // saves
        QVERIFY(WindowSettings(path("s.ini")).targets() == std::vector<TargetConfig>{target});
        // Editing begins with what the other window has made of it.
        second.window->editTarget(target.id);
        QVERIFY(second.workspace->targets().front() == target);
        QVERIFY(store.secrets().contains("K2"));
        // Removed while the dialog is open: nothing is left of what is typed there.
        auto *dialog = second.window->findChildren<TargetDialog *>().back();
        typeSecret(dialog, "password", QStringLiteral("three"));
        second.workspace->removeTarget(target.id);
        clickOk(dialog);
        QTRY_VERIFY(second.window->findChildren<TargetDialog *>().isEmpty());
        QVERIFY(second.workspace->targets().empty());
        QTRY_VERIFY(store.secrets().empty());
    }

    void forThisSessionOnly()
    {
        HttpServer server;
        server.serve("/metrics", [](const test::HttpRequest &request) {
            return request.headers.value("authorization") == "Bearer t0k3n"
                       ? HttpAnswer::page("a 1\n")
                       : HttpAnswer::status("401 Unauthorized");
        });
        test::FakeSecretStore store;
        store.takeOnly(0);
        {
            Program program(path("s.ini"), &store);
            const TargetDialog *dialog = program.addDialog(QStringLiteral("127.0.0.1:%1").arg(server.port()));
            dialog->findChild<QComboBox *>(QStringLiteral("authentication"))->setCurrentIndex(2);
            typeSecret(dialog, "token", QStringLiteral("t0k3n"));
            clickOk(dialog);
            auto *forSession = dialog->findChild<QPushButton *>(QStringLiteral("forSession"));
            QTRY_VERIFY(forSession->isVisible());
            forSession->click();
            QTRY_VERIFY(program.summaryOf(0).startsWith(QStringLiteral("up")));
        }
        QVERIFY(!test::readFile(path("s.ini")).contains("t0k3n"));
        Program again(path("s.ini"), &store);
        QTRY_VERIFY2(again.summaryOf(0).contains(QStringLiteral("holds no such secret")),
                     qPrintable(again.summaryOf(0)));
    }

    /// One target per way to authenticate, each with a proxy's password and a secret header: looked for
    /// everywhere but in the store.
    void secretsAreNowhereButInTheStore()
    {
        logged.clear();
        handlerBefore = qInstallMessageHandler(keepLog);
        const QString secret = QStringLiteral("hunter2hunter2");
        test::FakeSecretStore store;
        QString texts;
        {
            Program program(path("s.ini"), &store);
            const char *const fields[] = {"", "password", "token", "credentials", "clientSecret"};
            for (int method = 1; method <= 4; ++method) {
                TargetDialog *dialog =
                    program.addDialog(method == 1 ? QStringLiteral("http://ann:%1@127.0.0.1:1").arg(secret)
                                                  : QStringLiteral("127.0.0.1:%1").arg(method));
                dialog->showAll();
                dialog->findChild<QComboBox *>(QStringLiteral("authentication"))->setCurrentIndex(method);
                const auto set = [dialog](const char *name, const char *text) {
                    dialog->findChild<QLineEdit *>(QLatin1String(name))->setText(QLatin1String(text));
                };
                set("user", "ann");
                set("authorizationType", "Token");
                set("tokenUrl", "http://127.0.0.1:9/token");
                set("clientId", "id");
                set("proxyUrl", "http://127.0.0.1:9");
                set("proxyUser", "bob");
                typeSecret(dialog, fields[method], secret);
                typeSecret(dialog, "proxyPassword", secret);
                dialog->findChild<QPushButton *>(QStringLiteral("addHeader"))->click();
                set("headerName", "X-Api-Key");
                dialog->findChild<QLineEdit *>(QStringLiteral("headerName"))
                    ->parentWidget()
                    ->findChild<SecretEdit *>()
                    ->findChild<QLineEdit *>(QStringLiteral("secret"))
                    ->setText(secret);
                clickOk(dialog);
                QTRY_COMPARE(program.workspace->targets().size(), static_cast<std::size_t>(method));
                QTRY_VERIFY(program.window->findChildren<TargetDialog *>().isEmpty());
            }
            QTRY_VERIFY(program.summaryOf(3).startsWith(QStringLiteral("down")));
            program.window->editTarget(program.workspace->targets().front().id);
            texts += allTextsOf(program.window.get()) + allDataOf(program.workspace->targetModel());
            QCOMPARE(store.secrets().size(), std::size_t{12});
        }
        qInstallMessageHandler(handlerBefore);
        QVERIFY(texts.contains(QStringLiteral("127.0.0.1:1")));
        QVERIFY(!texts.contains(secret));
        QVERIFY(!logged.contains(secret));
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int seen = 0;
        for (; files.hasNext(); ++seen) {
            const QByteArray content = test::readFile(files.next());
            QVERIFY2(!content.contains(secret.toUtf8()), qPrintable(files.filePath()));
            QVERIFY2(!content.contains(("ann:" + secret.toUtf8()).toBase64()), qPrintable(files.filePath()));
        }
        QVERIFY(seen > 0);
    }

    void aPrometheusYmlIsFollowed()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        const QByteArray address = "127.0.0.1:" + QByteArray::number(server.port());
        write("targets.json", "[{\"targets\": [\"127.0.0.1:2\"]}]");
        const QByteArray job =
            "scrape_configs:\n- job_name: j\n  scrape_interval: 1s\n"
            "  file_sd_configs: [{files: [targets.json]}]\n  static_configs: [{targets: ['" +
            address + "']}]\n";
        write("prometheus.yml", job);
        test::FakeSecretStore store;
        {
            Program program(path("s.ini"), &store);
            program.window->configs()->open(path("prometheus.yml"));
            QTRY_COMPARE(program.instances(), QString::fromLatin1(address + " 127.0.0.1:2"));
            QTRY_VERIFY(program.summaryOf(0).startsWith(QStringLiteral("up")));
            QVERIFY(program.window->findChildren<ConfigDialog *>().isEmpty()); // there is nothing to say

            // The file's targets are neither edited nor removed by hand.
            auto *list = program.window->findChild<QListView *>(QStringLiteral("targetList"));
            list->setCurrentIndex(program.workspace->targetModel()->index(0, 0));
            for (QAction *action : program.window->findChild<TargetPane *>()->actions())
                QVERIFY(!action->isEnabled());
            program.window->editTarget(program.workspace->targets().front().id);
            QVERIFY(program.window->findChildren<TargetDialog *>().isEmpty());
            QCOMPARE(program.window->findChildren<ConfigDialog *>().size(), 1);
            program.window->findChild<ConfigDialog *>()->close();

            write("targets.json", "[{\"targets\": [\"127.0.0.1:3\", \"127.0.0.1:4\"]}]");
            QTRY_COMPARE(program.instances(), QString::fromLatin1(address + " 127.0.0.1:3 127.0.0.1:4"));
            write("prometheus.yml", job + "  nonsense: 1\n");
            auto *summary = program.window->findChild<QLabel *>(QStringLiteral("configSummary"));
            QTRY_VERIFY(summary->text().startsWith(QStringLiteral("broken")));
            QCOMPARE(program.instances(), QString::fromLatin1(address + " 127.0.0.1:3 127.0.0.1:4"));
            write("prometheus.yml", job);
            QTRY_VERIFY(!summary->text().startsWith(QStringLiteral("broken")));
        }
        QVERIFY(WindowSettings(path("s.ini")).targets().empty());
        Program again(path("s.ini"), &store);
        QTRY_COMPARE(again.workspace->targets().size(), std::size_t{3});
        again.window->findChild<QToolButton *>(QStringLiteral("configClose"))->click();
        QTRY_VERIFY(again.workspace->targets().empty());
        QVERIFY(!again.window->findChild<ConfigList *>()->isVisible());
        QVERIFY(again.settings.configs().isEmpty());
    }

    void whatIsLostIsToldWhenItIsOpened()
    {
        write("prometheus.yml", "remote_write: [{url: 'http://x/'}]\nscrape_configs: []\n");
        test::FakeSecretStore store;
        const Program program(path("s.ini"), &store);
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(path("prometheus.yml"))});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(program.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(program.window.get(), &drop);
        QTRY_COMPARE(program.window->findChildren<ConfigDialog *>().size(), 1);
        const auto *model = program.window->findChild<ConfigDialog *>()->findChild<ConfigReportModel *>();
        QVERIFY(model->asText().startsWith(path("prometheus.yml") + QStringLiteral(":1:15: remote_write: ")));
    }

    void filesOfTheCommandLineAreForThisTime()
    {
        write("one.yml", "scrape_configs:\n- job_name: j\n  static_configs: [{targets: ['127.0.0.1:1']}]\n");
        write("two.yml", "scrape_configs:\n- job_name: k\n  static_configs: [{targets: ['127.0.0.1:2']}]\n");
        TargetConfig byHand;
        byHand.id = QStringLiteral("h");
        byHand.url = targetUrlFromInput(QStringLiteral("127.0.0.1:3"));
        WindowSettings(path("s.ini")).setTargets({byHand});
        test::FakeSecretStore store;
        {
            const Program program(path("s.ini"), &store, {path("one.yml")});
            QTRY_COMPARE(program.instances(), QStringLiteral("127.0.0.1:1"));
            program.window->configs()->open(path("two.yml"));
            QTRY_COMPARE(program.instances(), QStringLiteral("127.0.0.1:1 127.0.0.1:2"));
        }
        {
            const Program again(path("s.ini"), &store);
            QTRY_COMPARE(again.instances(), QStringLiteral("127.0.0.1:3 127.0.0.1:2"));
        }
        {
            // The command line's own is closed for this time, another one for good.
            const Program program(path("s.ini"), &store, {path("one.yml")});
            program.window->configs()->open(path("two.yml"));
            program.window->configs()->open(path("three.yml"));
            program.window->configs()->close(path("two.yml"));
            program.window->configs()->close(path("one.yml"));
            QCOMPARE(program.settings.configs(), QStringList{path("three.yml")});
            program.window->configs()->open(path("one.yml"));
            QCOMPARE(program.settings.configs(), (QStringList{path("three.yml"), path("one.yml")}));
        }
    }
};

} // namespace

SIGHTGLASS_TEST(WindowTargetsTest)
#include "windowtargetstest.moc"
