// SPDX-License-Identifier: GPL-3.0-or-later
// sightglass-targetgallery: renders the target dialog's pages and the configuration dialog in both themes to
// PNG files, to be looked at; with "wide" every text a third longer, as in German. Development only. Usage:
// sightglass-targetgallery <folder> [scale] [wide]
#include "widgets/style/theme.h"
#include "widgets/targets/configdialog.h"
#include "widgets/targets/targetdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTranslator>

namespace {

using namespace sightglass;

/// Every text a third longer.
class WideTexts : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return text + QString(text.size() / 3, QLatin1Char('n'));
    }
};

class Shots
{
public:
    Shots(QDir folder, QString suffix)
        : m_folder(std::move(folder))
        , m_suffix(std::move(suffix))
    {}

    void take(QWidget &widget, const QString &name) const
    {
        QApplication::processEvents();
        widget.grab().save(m_folder.filePath(name + QLatin1Char('-') + m_suffix + QStringLiteral(".png")));
    }

private:
    QDir m_folder;
    QString m_suffix;
};

Labels series(const char *name, const char *path)
{
    return Labels(std::vector<Label>{{"__name__", name}, {"instance", "localhost:9100"}, {"path", path}});
}

TargetConfig target()
{
    TargetConfig config;
    config.url = QUrl(QStringLiteral("https://metrics.example.org/metrics"));
    config.name = QStringLiteral("billing");
    config.labels = Labels(std::vector<Label>{{"env", "staging"}, {"team", "payments"}});
    config.client.authentication = OAuth2{"sightglass",
                                          SecretKey{"k"},
                                          "https://login.example.org/oauth2/token",
                                          {"metrics.read"},
                                          {{"audience", "billing"}},
                                          {},
                                          {}};
    config.client.tls.insecureSkipVerify = true;
    config.client.proxy.url = "http://ann@proxy.example.org:3128";
    config.client.headers = {{"X-Scope-OrgID", {SecretKey{"h"}}},
                             {"X-Token", {SecretFile{"/run/secrets/token"}}}};
    RelabelRule drop;
    drop.sourceLabels = {"__name__"};
    drop.regex = "go_.*";
    drop.action = RelabelAction::Drop;
    RelabelRule label;
    label.action = RelabelAction::LabelDrop;
    label.regex = "path";
    config.samples.metricRelabelRules = {drop, label};
    return config;
}

ConfigState brokenState()
{
    ConfigState state;
    state.path = QStringLiteral("/etc/prometheus/prometheus.yml");
    state.targets.resize(12);
    state.dropped = {{"node", {}, 3}};
    state.ruleFiles = QStringList{QStringLiteral("/etc/prometheus/rules/node.yml")};
    state.remarks = {
        {{3, 1}, "remote_write", ConfigLoss::RemoteWrite, {}},
        {{41, 5}, "scrape_configs[2].kubernetes_sd_configs", ConfigLoss::UnknownDiscovery, "kubernetes"}};
    state.problems = {Error{ErrorCode::ConfigValue, {"\"a/b\" is not a valid hostname"}, {}, {27, 9}}};
    state.broken = FileProblem{state.path, Error{ErrorCode::ConfigSyntax,
                                                 {"field scrape_intervall not found in type config.plain"},
                                                 {},
                                                 {17, 3}}};
    return state;
}

void shootDialogs(const Shots &shots)
{
    TargetDialog simple((TargetConfig()));
    simple.setAttribute(Qt::WA_DeleteOnClose, false);
    simple.show();
    shots.take(simple, QStringLiteral("simple"));
    std::vector<Labels> present;
    for (const char *name : {"go_gc_duration_seconds", "go_threads", "http_requests_total", "up"})
        present.push_back(series(name, "/login"));
    TargetDialog dialog(target(), nullptr, present);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.showAll();
    dialog.show();
    auto *tabs = dialog.findChild<QTabWidget *>();
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        shots.take(dialog, QStringLiteral("tab%1").arg(i));
    }
    tabs->setCurrentIndex(1);
    dialog.findChild<QComboBox *>(QStringLiteral("authentication"))->setCurrentIndex(1);
    shots.take(dialog, QStringLiteral("basic"));
    ConfigDialog report(brokenState());
    report.setAttribute(Qt::WA_DeleteOnClose, false);
    report.show();
    shots.take(report, QStringLiteral("config"));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 2)
        qputenv("QT_SCALE_FACTOR", argv[2]);
    QApplication application(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    WideTexts wide;
    if (argc > 3)
        QApplication::installTranslator(&wide);
    for (const auto &[theme, name] : {std::pair(darkTheme(), "dark"), std::pair(lightTheme(), "light")}) {
        QApplication::setPalette(theme.palette());
        shootDialogs(Shots(folder, QLatin1String(name)));
    }
    return 0;
}
