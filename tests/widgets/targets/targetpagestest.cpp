// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/clientsecrets.h"
#include "tests/model/scrape/fakesecretstore.h"
#include "tests/support/testcase.h"
#include "widgets/targets/configdialog.h"
#include "widgets/targets/pairsedit.h"
#include "widgets/targets/pathedit.h"
#include "widgets/targets/secretedit.h"
#include "widgets/targets/targetdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

using namespace sightglass;

namespace {

TargetConfig someTarget()
{
    TargetConfig config;
    config.id = QStringLiteral("t");
    config.url = QUrl(QStringLiteral("http://a/metrics"));
    return config;
}

Labels labelled(std::vector<Label> labels)
{
    return Labels(std::move(labels));
}

/// The further settings of a target: what each page makes of what is entered.
class TargetPagesTest : public test::TestCase
{
    Q_OBJECT

private:
    test::FakeSecretStore m_store;
    std::unique_ptr<TargetDialog> m_dialog;

    void open(const TargetConfig &config, SecretStore *store, std::vector<Labels> present = {})
    {
        m_dialog = std::make_unique<TargetDialog>(config, store, std::move(present));
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->showAll();
    }
    void open(const TargetConfig &config = someTarget()) { open(config, &m_store); }

    template<typename Widget>
    [[nodiscard]] Widget *field(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    void type(const char *name, const char *text) const
    {
        field<QLineEdit>(name)->setText(QString::fromUtf8(text));
    }
    void typeSecret(const char *name, const char *text, SecretPlace place = SecretPlace::Store) const
    {
        auto *edit = field<SecretEdit>(name);
        edit->setPlace(place);
        edit->findChild<QLineEdit *>(QStringLiteral("secret"))->setText(QString::fromUtf8(text));
    }
    void choose(const char *name, int index) const { field<QComboBox>(name)->setCurrentIndex(index); }
    [[nodiscard]] QPushButton *ok() const
    {
        return m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    [[nodiscard]] QString hint() const { return field<QLabel>("hint")->text(); }
    [[nodiscard]] QString notice() const { return field<QLabel>("notice")->text(); }

private slots:
    void cleanup() { m_dialog.reset(); }

    void anUntouchedTargetStaysAsItIs()
    {
        TargetConfig config = someTarget();
        config.intervalMs = 12'345;
        config.labels = labelled({{"env", "dev"}});
        config.samples.limits = {1, 2, 3, 4, 5, 6, 7, 8'000'000'000'000};
        config.samples.honorLabels = true;
        RelabelRule rule;
        rule.action = RelabelAction::LabelDrop;
        rule.regex = "x";
        config.samples.metricRelabelRules = {rule};
        config.client.authentication =
            OAuth2{"id", SecretKey{"k"}, "https://x/t", {"a"}, {{"b", "c"}}, {}, {}};
        config.client.tls = {
            "ca", {}, "cert", {}, SecretText{"key"}, "name", true, TlsVersion::Tls12, TlsVersion::Tls13};
        config.client.headers = {{"A", {SecretKey{"1"}, SecretFile{"/2"}}}};
        config.client.proxy.url = "http://user@proxy:1";
        config.client.proxy.password = SecretKey{"p"};
        config.client.proxy.connectHeaders = {{"B", {SecretKey{"2"}}}};
        config.protocols = {ScrapeProtocol::PrometheusText1_0_0};
        config.fallbackProtocol = ScrapeProtocol::PrometheusText0_0_4;
        open(config);
        QCOMPARE(notice(), QString());
        QVERIFY(m_dialog->config() == config);
        QVERIFY(m_dialog->edited().typed.empty());
    }

    void authenticationBecomesWhatWasTyped()
    {
        open();
        choose("authentication", 1);
        QVERIFY(!ok()->isEnabled());
        type("user", "ann");
        typeSecret("password", "hunter2");
        QVERIFY(ok()->isEnabled());
        const TargetEdit basic = m_dialog->edited();
        const auto &held = std::get<BasicAuth>(basic.config.client.authentication);
        QCOMPARE(held.username, std::string("ann"));
        QCOMPARE(basic.typed.size(), std::size_t{1});
        QVERIFY(basic.typed.front().key.starts_with(secretKeyOf(QStringLiteral("t"), "password")));
        QVERIFY(held.password == Secret(SecretKey{basic.typed.front().key}));
        QCOMPARE(basic.typed.front().text, std::string("hunter2"));

        choose("authentication", 2);
        QVERIFY(!ok()->isEnabled());
        typeSecret("token", "t0", SecretPlace::Session);
        QVERIFY((m_dialog->config().client.authentication ==
                 decltype(HttpClientConfig::authentication)(Authorization{"Bearer", SecretText{"t0"}})));

        choose("authentication", 3);
        type("authorizationType", "Basic");
        QVERIFY(!ok()->isEnabled());
        type("authorizationType", "Token");
        field<SecretEdit>("credentials")->setPlace(SecretPlace::File);
        field<SecretEdit>("credentials")->findChild<PathEdit *>()->setPath("relative");
        QVERIFY(!ok()->isEnabled());
        field<SecretEdit>("credentials")->findChild<PathEdit *>()->setPath("/run/token");
        QVERIFY(
            (m_dialog->config().client.authentication ==
             decltype(HttpClientConfig::authentication)(Authorization{"Token", SecretFile{"/run/token"}})));

        choose("authentication", 0);
        QVERIFY(std::holds_alternative<std::monostate>(m_dialog->config().client.authentication));
    }

    void oauthIsHeldToWhatItNeeds()
    {
        open();
        choose("authentication", 4);
        type("tokenUrl", "login.example.org");
        QVERIFY(notice().contains(QStringLiteral("token URL")));
        type("tokenUrl", "https://me:pw@login.example.org/t");
        QVERIFY(!ok()->isEnabled());
        type("tokenUrl", "https://login.example.org/t");
        QVERIFY(notice().contains(QStringLiteral("client id")));
        type("clientId", "id");
        typeSecret("clientSecret", "s");
        type("scopes", " read  write:x ");
        field<PairsEdit>("params")->setPairs({{"audience", "x"}});
        QVERIFY(ok()->isEnabled());
        const TargetConfig config = m_dialog->config();
        const auto &oauth = std::get<OAuth2>(config.client.authentication);
        QVERIFY((oauth.scopes == std::vector<std::string>{"read", "write:x"}));
        QCOMPARE(oauth.endpointParams.size(), std::size_t{1});
        QVERIFY(std::holds_alternative<SecretKey>(oauth.clientSecret));
    }

    void credentialsOfTheAddressAreAuthentication()
    {
        open();
        auto *url = field<QLineEdit>("url");
        url->setText(QStringLiteral("http://ann:p%40ss@b:1"));
        emit url->editingFinished();
        QCOMPARE(url->text(), QStringLiteral("http://b:1/metrics"));
        const TargetEdit edit = m_dialog->edited();
        QCOMPARE(edit.config.url, QUrl(QStringLiteral("http://b:1/metrics")));
        QCOMPARE(std::get<BasicAuth>(edit.config.client.authentication).username, std::string("ann"));
        QCOMPARE(edit.typed.size(), std::size_t{1});
        QCOMPARE(edit.typed.front().text, std::string("p@ss"));
    }

    void secretsAreKeptBeforeTheTargetIsThere()
    {
        open();
        QSignalSpy submitted(m_dialog.get(), &TargetDialog::submitted);
        choose("authentication", 1);
        type("user", "ann");
        typeSecret("password", "hunter2");
        ok()->click();
        QCOMPARE(submitted.count(), 0);
        QTRY_COMPARE(submitted.count(), 1);
        const auto config = submitted.front().front().value<TargetConfig>();
        const auto keys = secretKeys(config.client);
        QCOMPARE(keys.size(), std::size_t{1});
        QCOMPARE(m_store.secrets()[*keys.begin()], std::string("hunter2"));
        QVERIFY(!m_dialog->isVisible());
    }

    void whereNothingIsKeptItIsSaidAndOffered()
    {
        test::FakeSecretStore store;
        store.takeOnly(0);
        open(someTarget(), &store);
        m_dialog->show();
        QSignalSpy submitted(m_dialog.get(), &TargetDialog::submitted);
        choose("authentication", 2);
        typeSecret("token", "t0");
        ok()->click();
        QTRY_VERIFY(notice().contains(QStringLiteral("no secret store is running")));
        QVERIFY(!notice().contains(QStringLiteral("t0")));
        QVERIFY(m_dialog->isVisible());
        auto *forSession = field<QPushButton>("forSession");
        QVERIFY(forSession->isVisible());
        forSession->click();
        QTRY_COMPARE(submitted.count(), 1);
        const auto config = submitted.front().front().value<TargetConfig>();
        QVERIFY(std::get<Authorization>(config.client.authentication).credentials ==
                Secret(SecretText{"t0"}));
        QVERIFY(store.secrets().empty());
    }

    void withoutAStoreItIsNotOffered()
    {
        open(someTarget(), nullptr);
        choose("authentication", 2);
        auto *place = field<SecretEdit>("token")->findChild<QComboBox *>(QStringLiteral("place"));
        QCOMPARE(place->count(), 2);
        typeSecret("token", "t0");
        QVERIFY(m_dialog->edited().typed.empty());
    }

    void keptSecretsAreNowhereInTheDialog()
    {
        TargetConfig config = someTarget();
        config.client.authentication = BasicAuth{"ann", {}, SecretText{"hunter2"}};
        config.client.headers = {{"X-A", {SecretText{"hunter2"}}}};
        config.client.proxy.url = "http://u:hunter2@proxy:1";
        config.client.tls.key = SecretText{"hunter2"};
        open(config);
        for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            for (const char *property : {"text", "plainText", "placeholderText", "currentText"})
                QVERIFY(!widget->property(property).toString().contains(QStringLiteral("hunter2")));
            QVERIFY(!(widget->toolTip() + widget->accessibleName() + widget->accessibleDescription())
                         .contains(QStringLiteral("hunter2")));
        }
        QVERIFY(m_dialog->config().client.authentication == config.client.authentication);
        QCOMPARE(m_dialog->config().client.proxy.url, std::string("http://u@proxy:1"));
        QVERIFY(m_dialog->config().client.proxy.password == Secret(SecretText{"hunter2"}));
    }

    void keptSecretsMove()
    {
        TargetConfig config = someTarget();
        config.client.authentication = BasicAuth{"ann", {}, SecretText{"hunter2"}};
        config.client.proxy.url = "http://u@proxy:1";
        config.client.proxy.password = SecretKey{"p"};
        open(config);
        field<SecretEdit>("password")->setPlace(SecretPlace::Store);
        QVERIFY(ok()->isEnabled());
        const TargetEdit edit = m_dialog->edited();
        QCOMPARE(edit.typed.size(), std::size_t{1});
        QCOMPARE(edit.typed.front().text, std::string("hunter2"));
        QVERIFY(std::get<BasicAuth>(edit.config.client.authentication).password ==
                Secret(SecretKey{edit.typed.front().key}));
        field<SecretEdit>("proxyPassword")->setPlace(SecretPlace::Session);
        QVERIFY2(notice().contains(QStringLiteral("type it again")), qPrintable(notice()));
        QVERIFY(!ok()->isEnabled());
        typeSecret("proxyPassword", "pp", SecretPlace::Session);
        QVERIFY(ok()->isEnabled());
        QVERIFY(m_dialog->config().client.proxy.password == Secret(SecretText{"pp"}));
    }

    void whatWasForAnEarlierSessionIsNotInTheStore()
    {
        TargetConfig config = someTarget();
        config.client.authentication = BasicAuth{"ann", {}, SecretText{"hunter2"}};
        config.client = withoutSecretTexts(config.client, config.id);
        open(config);
        auto *password = field<SecretEdit>("password");
        QVERIFY(password->place() == SecretPlace::Session);
        const QString placeholder =
            password->findChild<QLineEdit *>(QStringLiteral("secret"))->placeholderText();
        QVERIFY2(placeholder.contains(QStringLiteral("earlier session")), qPrintable(placeholder));
        QVERIFY(ok()->isEnabled());
        QVERIFY(m_dialog->config() == config);
        password->setPlace(SecretPlace::Store);
        QVERIFY(!ok()->isEnabled());
        typeSecret("password", "hunter2");
        QCOMPARE(m_dialog->edited().typed.size(), std::size_t{1});
    }

    void nothingIsEditedWhileTheStoreAnswers()
    {
        test::FakeSecretStore store;
        open(someTarget(), &store);
        m_dialog->show();
        type("proxyUrl", "http://proxy:1");
        choose("authentication", 2);
        typeSecret("token", "t0");
        const TargetConfig before = m_dialog->config();
        store.takeOnly(0);
        ok()->click();
        QVERIFY(!field<QLineEdit>("url")->isEnabled() && !field<SecretEdit>("token")->isEnabled());
        QVERIFY(!ok()->isEnabled());
        QTRY_VERIFY(field<QPushButton>("forSession")->isVisible());
        QVERIFY(field<QLineEdit>("url")->isEnabled() && field<SecretEdit>("token")->isEnabled());
        QCOMPARE(m_dialog->config().client.proxy.url, before.client.proxy.url);
    }

    void aDialogThatGoesAwayLeavesNothingInTheStore()
    {
        test::FakeSecretStore store;
        open(someTarget(), &store);
        choose("authentication", 2);
        typeSecret("token", "t0");
        ok()->click();
        QCOMPARE(store.secrets().size(), std::size_t{1});
        m_dialog.reset();
        QVERIFY(store.secrets().empty());
    }

    void tlsWarnsAndHoldsCertificateAndKeyTogether()
    {
        open();
        field<QCheckBox>("skipVerify")->setChecked(true);
        QVERIFY(m_dialog->config().client.tls.insecureSkipVerify);
        field<PathEdit>("certFile")->setPath("/c.pem");
        QVERIFY(notice().contains(QStringLiteral("needs its key")));
        field<PathEdit>("keyFile")->setPath("/k.pem");
        field<PathEdit>("caFile")->setPath("/ca.pem");
        type("serverName", "s");
        choose("minVersion", 4);
        QVERIFY(ok()->isEnabled());
        const TlsConfig expected{{},   "/ca.pem",         {}, "/c.pem", SecretFile{"/k.pem"}, "s",
                                 true, TlsVersion::Tls13, {}};
        QVERIFY(m_dialog->config().client.tls == expected);
        field<PathEdit>("caFile")->setPath("ca.pem");
        QVERIFY(!ok()->isEnabled());
    }

    void proxyAndHeaders()
    {
        open();
        type("proxyUrl", "http://u:p@proxy:1");
        QVERIFY(!ok()->isEnabled());
        type("proxyUrl", "ftp://proxy");
        QVERIFY(!ok()->isEnabled());
        type("proxyUrl", "http://proxy:1");
        type("proxyUser", "u");
        typeSecret("proxyPassword", "pp");
        type("noProxy", "localhost");
        field<QCheckBox>("followRedirects")->setChecked(false);
        field<QPushButton>("addHeader")->click();
        type("headerName", "authorization");
        QVERIFY(notice().contains(QStringLiteral("other settings")));
        type("headerName", "X-Scope-OrgID");
        QVERIFY2(ok()->isEnabled(), qPrintable(notice()));
        const HttpClientConfig client = m_dialog->config().client;
        QCOMPARE(client.proxy.url, std::string("http://u@proxy:1"));
        QVERIFY(std::holds_alternative<SecretKey>(client.proxy.password));
        QCOMPARE(client.proxy.noProxy, std::string("localhost"));
        QVERIFY(!client.followRedirects);
        QCOMPARE(client.headers.size(), std::size_t{1});
    }

    void samplesAndLimits()
    {
        open();
        field<QCheckBox>("honorLabels")->setChecked(true);
        field<QCheckBox>("honorTimestamps")->setChecked(false);
        field<QCheckBox>("nativeHistograms")->setChecked(true);
        field<QSpinBox>("sampleLimit")->setValue(7);
        type("bodySize", "10");
        QVERIFY(!ok()->isEnabled());
        type("bodySize", "10MB");
        choose("protocol", 1);
        choose("fallback", 4);
        const TargetConfig config = m_dialog->config();
        QVERIFY(config.samples.honorLabels && !config.samples.honorTimestamps &&
                config.samples.scrapeNativeHistograms);
        QCOMPARE(config.samples.limits.samples, std::uint64_t{7});
        QCOMPARE(config.samples.limits.bodySize, std::uint64_t{10U << 20U});
        QVERIFY(config.protocols.size() > 1 &&
                config.protocols.front() == ScrapeProtocol::OpenMetricsText1_0_0);
        QVERIFY(config.fallbackProtocol == ScrapeProtocol::PrometheusText0_0_4);
        choose("protocol", 0);
        QVERIFY(m_dialog->config().protocols.empty());
    }

    void labelsAreChecked()
    {
        open();
        auto *labels = field<PairsEdit>("labels");
        labels->setPairs({{"env", "dev"}, {"env", "prod"}});
        QVERIFY(!ok()->isEnabled());
        labels->setPairs({{"__x", "dev"}});
        QVERIFY(!ok()->isEnabled());
        labels->setPairs({{"env", "dev"}});
        QVERIFY(m_dialog->config().labels == labelled({{"env", "dev"}}));
    }

    void rulesAreReadWhileTheyAreTyped()
    {
        open(someTarget(), &m_store,
             {labelled({{"__name__", "go_gc"}}), labelled({{"__name__", "up"}}),
              labelled({{"__name__", "x"},
                        {"pod", "\xE2\x80\xAE"
                                "p"}})});
        auto *rules = field<QPlainTextEdit>("rules");
        rules->setPlainText(QStringLiteral("- regex: pod\n  action: labeldropp\n"));
        QVERIFY2(field<QLabel>("verdict")->text().startsWith(
                     QStringLiteral("line 2, column 11: unknown relabel action")),
                 qPrintable(field<QLabel>("verdict")->text()));
        QVERIFY(!ok()->isEnabled());
        QCOMPARE(rules->extraSelections().size(), 1);
        rules->setPlainText(QStringLiteral("- {source_labels: [__name__], regex: 'go_.*', action: drop}\n- "
                                           "{regex: pod, action: labeldrop}\n"));
        QVERIFY(ok()->isEnabled());
        QCOMPARE(m_dialog->config().samples.metricRelabelRules.size(), std::size_t{2});
        QTRY_COMPARE(field<QLabel>("summary")->text(),
                     QStringLiteral("Of 3 series 1 stay as they are, 1 change, 1 are dropped."));
        const QString preview = field<QPlainTextEdit>("preview")->toPlainText();
        QVERIFY(preview.contains(QStringLiteral("✕ go_gc")));
        QVERIFY(!preview.contains(QChar(0x202E)));
    }

    void usedPagesAreMarked()
    {
        TargetConfig config = someTarget();
        config.labels = labelled({{"a", "b"}});
        open(config);
        const auto *tabs = m_dialog->findChild<QTabWidget *>();
        QVERIFY(tabs->tabText(0).endsWith(QStringLiteral("•")));
        for (int i = 1; i < tabs->count(); ++i)
            QVERIFY(!tabs->tabText(i).endsWith(QStringLiteral("•")));
    }

    void whatIsNoHttpNeedsNoneOfItsSettings()
    {
        open();
        choose("authentication", 1);
        QVERIFY(!ok()->isEnabled());
        type("url", "exec:cat /x");
        const auto *tabs = m_dialog->findChild<QTabWidget *>();
        QVERIFY(!tabs->isTabEnabled(1) && !tabs->isTabEnabled(2) && !tabs->isTabEnabled(3) &&
                tabs->isTabEnabled(4));
        QVERIFY(ok()->isEnabled());
        // Nor are secrets that were typed before kept anywhere.
        type("user", "ann");
        typeSecret("password", "hunter2");
        QVERIFY(m_dialog->edited().typed.empty());
        QVERIFY(m_dialog->config().client == HttpClientConfig());
        type("url", "unix:/run/x.sock");
        QVERIFY(tabs->isTabEnabled(1) && ok()->isEnabled());
        QCOMPARE(m_dialog->edited().typed.size(), std::size_t{1});
        type("user", "");
        QVERIFY(!ok()->isEnabled());
    }

    void commandsWithSecretsAreKeptWhole()
    {
        open(someTarget(), &m_store);
        const char *const typed = "exec:cmd.sh -u bob:pw --token T plain";
        type("url", typed);
        const TargetEdit edit = m_dialog->edited();
        QCOMPARE(edit.typed.size(), std::size_t{1});
        QCOMPARE(edit.typed.front().text, std::string(typed).substr(5));
        QCOMPARE(displayUrl(edit.config.url), QStringLiteral("exec:cmd.sh -u *** --token *** plain"));
        QVERIFY(*keptCommand(edit.config.client) == Secret(SecretKey{edit.typed.front().key}));
        QVERIFY(hint().startsWith(QStringLiteral("Runs exec:cmd.sh -u *** --token *** plain\n")));
        QVERIFY(hint().contains(QStringLiteral("lies in the secret store")));
        // What is not recognised is not kept so, and that is said.
        type("url", "exec:cmd.sh hunter2");
        QVERIFY(hint().contains(QStringLiteral("the settings keep it as it stands")));
        type("url", typed);
        // Editing shows asterisks, and leaves what is kept alone.
        open(edit.config, &m_store);
        QCOMPARE(field<QLineEdit>("url")->text(), QStringLiteral("exec:cmd.sh -u *** --token *** plain"));
        QVERIFY(ok()->isEnabled());
        QVERIFY(m_dialog->edited().typed.empty());
        QVERIFY(m_dialog->config() == edit.config);
        type("url", "exec:cmd.sh -u *** --token *** other");
        QVERIFY(!ok()->isEnabled());
        type("url", "exec:cmd.sh other");
        QVERIFY(ok()->isEnabled());
        QVERIFY(keptCommand(m_dialog->config().client) == nullptr);
        type("url", "exec:cmd.sh -ubob:other");
        QVERIFY(ok()->isEnabled());
        QCOMPARE(m_dialog->edited().typed.size(), std::size_t{1});
        QVERIFY(m_dialog->edited().typed.front().key != edit.typed.front().key);
    }

    void fitsASmallScreen()
    {
        open();
        m_dialog->show();
        for (int i = 0; i < 6; ++i) {
            m_dialog->findChild<QTabWidget *>()->setCurrentIndex(i);
            QVERIFY2(m_dialog->minimumSizeHint().width() <= 1000 &&
                         m_dialog->minimumSizeHint().height() <= 660,
                     qPrintable(QStringLiteral("%1 %2")
                                    .arg(m_dialog->minimumSizeHint().width())
                                    .arg(m_dialog->minimumSizeHint().height())));
        }
        QVERIFY(m_dialog->width() <= 1024 && m_dialog->height() <= 700);
    }
};

} // namespace

SIGHTGLASS_TEST(TargetPagesTest)
#include "targetpagestest.moc"
