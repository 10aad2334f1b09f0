// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowsettings.h"

#include "model/scrape/commandwords.h"
#include "model/scrape/targetdocument.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace sightglass {

namespace {

/// As they were kept before a target had a document.
TargetConfig readOlderTarget(const QSettings &settings)
{
    TargetConfig target;
    target.id = settings.value(QStringLiteral("id")).toString();
    target.url = targetUrlFromInput(settings.value(QStringLiteral("url")).toString());
    target.name = settings.value(QStringLiteral("name")).toString();
    const qint64 interval =
        settings.value(QStringLiteral("intervalMs"), static_cast<qint64>(target.intervalMs)).toLongLong();
    target.intervalMs = std::clamp<std::int64_t>(interval, minScrapeIntervalMs, maxScrapeIntervalMs);
    const qint64 timeout = settings.value(QStringLiteral("timeoutMs"), 0).toLongLong();
    target.timeoutMs = std::clamp<std::int64_t>(timeout, 0, target.intervalMs);
    target.enabled = settings.value(QStringLiteral("enabled"), true).toBool();
    return target;
}

ReadTarget readTarget(const QSettings &settings)
{
    const QVariant document = settings.value(QStringLiteral("document"));
    return document.isValid() ? readTargetDocument(document.toString())
                              : ReadTarget{readOlderTarget(settings), {}};
}

/// Addresses and commands are nobody else's business. What writes the file keeps its permissions. Where they
/// cannot be set it is no file of this user's.
void keepPrivate(const QString &path)
{
    constexpr QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, own) && file.exists())
        file.setPermissions(own);
}

QString nameOf(const promql::FeatureSwitch &feature)
{
    return QString::fromUtf8(feature.name.data(), static_cast<qsizetype>(feature.name.size()));
}

} // namespace

WindowSettings::WindowSettings(const QString &fileName)
    : m_settings(fileName.isEmpty() ? std::make_unique<QSettings>()
                                    : std::make_unique<QSettings>(fileName, QSettings::IniFormat))
{
    keepPrivate(m_settings->fileName());
}

bool WindowSettings::isUsersOwn() const
{
    const QFileInfo file(m_settings->fileName());
    const QFileInfo own{QSettings().fileName()};
    // Links lead to the same file where there is one.
    const bool isSame = own.exists() && file.canonicalFilePath() == own.canonicalFilePath();
    return isSame || file.absoluteFilePath() == own.absoluteFilePath();
}

std::vector<TargetConfig> WindowSettings::targets(QStringList *problems) const
{
    m_settings->sync(); // other windows write the same file
    std::vector<TargetConfig> targets;
    const int count = m_settings->beginReadArray(QStringLiteral("targets"));
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        ReadTarget read = readTarget(*m_settings);
        for (const QString &problem : read.problems) {
            if (problems != nullptr)
                *problems << displayUrl(read.target.url) + QStringLiteral(": ") + problem;
        }
        if (read.target.url.isValid() && !read.target.url.isEmpty())
            targets.push_back(std::move(read.target));
    }
    m_settings->endArray();
    return targets;
}

void WindowSettings::setTargets(const std::vector<TargetConfig> &targets)
{
    m_settings->remove(QStringLiteral("targets"));
    m_settings->beginWriteArray(QStringLiteral("targets"), static_cast<int>(targets.size()));
    for (std::size_t i = 0; i < targets.size(); ++i) {
        m_settings->setArrayIndex(static_cast<int>(i));
        m_settings->setValue(QStringLiteral("document"), targetDocument(targets[i]));
    }
    m_settings->endArray();
    m_settings->sync();
}

QStringList WindowSettings::configs() const
{
    return m_settings->value(QStringLiteral("window/configs")).toStringList();
}

void WindowSettings::setConfigs(const QStringList &paths)
{
    m_settings->setValue(QStringLiteral("window/configs"), paths);
}

QStringList WindowSettings::ruleFiles() const
{
    return m_settings->value(QStringLiteral("window/ruleFiles")).toStringList();
}

QStringList WindowSettings::rulesOff() const
{
    return m_settings->value(QStringLiteral("window/rulesOff")).toStringList();
}

void WindowSettings::setRulesOff(const QStringList &files)
{
    m_settings->setValue(QStringLiteral("window/rulesOff"), files);
}

void WindowSettings::setRuleFiles(const QStringList &paths)
{
    m_settings->setValue(QStringLiteral("window/ruleFiles"), paths);
}

AlertSendersConfig WindowSettings::alertSenders() const
{
    const auto addresses = [this](const char *key, AddressOf kind) {
        std::vector<SenderAddress> list;
        for (const QString &text : m_settings->value(QLatin1String(key)).toStringList()) {
            if (auto address = readSavedAddress(text, kind))
                list.push_back(*std::move(address));
        }
        return list;
    };
    AlertSendersConfig config;
    config.alertmanagers = addresses("notify/alertmanagers", AddressOf::Alertmanager);
    config.webhooks = addresses("notify/webhooks", AddressOf::Webhook);
    config.command = commandWords(m_settings->value(QStringLiteral("notify/command")).toString());
    return config;
}

void WindowSettings::setAlertSenders(const AlertSendersConfig &config)
{
    const auto set = [this](const char *key, const std::vector<SenderAddress> &addresses) {
        QStringList texts;
        for (const SenderAddress &address : addresses)
            texts << savedAddress(address);
        m_settings->setValue(QLatin1String(key), texts);
    };
    set("notify/alertmanagers", config.alertmanagers);
    set("notify/webhooks", config.webhooks);
    m_settings->setValue(QStringLiteral("notify/command"), commandText(config.command));
}

QString commandText(const QStringList &words)
{
    QStringList quoted;
    for (QString word : words)
        quoted << u'\'' + word.replace(u'\'', QLatin1String("'\\''")) + u'\'';
    return quoted.join(u' ');
}

NotifySettings WindowSettings::notify() const
{
    constexpr qsizetype longest = 20'000;
    NotifySettings notify;
    const auto milliseconds = [this](const char *key, std::int64_t usual) {
        const qint64 value = m_settings->value(QLatin1String(key), static_cast<qint64>(usual)).toLongLong();
        return std::clamp<std::int64_t>(value, 0, 366LL * 24 * 3600 * 1000);
    };
    const auto text = [this](const char *key) {
        return m_settings->value(QLatin1String(key)).toString().left(longest).toStdString();
    };
    if (m_settings->contains(QStringLiteral("notify/groupBy"))) {
        notify.groupBy.clear();
        for (const QString &label : m_settings->value(QStringLiteral("notify/groupBy")).toStringList())
            notify.groupBy.push_back(label.toStdString());
    }
    notify.groupWaitMs = milliseconds("notify/groupWaitMs", notify.groupWaitMs);
    notify.groupIntervalMs = milliseconds("notify/groupIntervalMs", notify.groupIntervalMs);
    notify.repeatIntervalMs = milliseconds("notify/repeatIntervalMs", notify.repeatIntervalMs);
    notify.sendResolved = m_settings->value(QStringLiteral("notify/sendResolved"), true).toBool();
    notify.sound = m_settings->value(QStringLiteral("notify/sound"), false).toBool();
    notify.quietHours = text("notify/quietHours");
    notify.inhibitRules = text("notify/inhibitRules");
    return notify;
}

void WindowSettings::setNotify(const NotifySettings &settings)
{
    QStringList labels;
    for (const std::string &label : settings.groupBy)
        labels << QString::fromStdString(label);
    m_settings->setValue(QStringLiteral("notify/groupBy"), labels);
    m_settings->setValue(QStringLiteral("notify/groupWaitMs"), static_cast<qint64>(settings.groupWaitMs));
    m_settings->setValue(QStringLiteral("notify/groupIntervalMs"),
                         static_cast<qint64>(settings.groupIntervalMs));
    m_settings->setValue(QStringLiteral("notify/repeatIntervalMs"),
                         static_cast<qint64>(settings.repeatIntervalMs));
    m_settings->setValue(QStringLiteral("notify/sendResolved"), settings.sendResolved);
    m_settings->setValue(QStringLiteral("notify/sound"), settings.sound);
    m_settings->setValue(QStringLiteral("notify/quietHours"), QString::fromStdString(settings.quietHours));
    m_settings->setValue(QStringLiteral("notify/inhibitRules"),
                         QString::fromStdString(settings.inhibitRules));
}

QByteArray WindowSettings::geometry() const
{
    return m_settings->value(QStringLiteral("window/geometry")).toByteArray();
}

QByteArray WindowSettings::state() const
{
    return m_settings->value(QStringLiteral("window/state")).toByteArray();
}

void WindowSettings::setWindow(const QByteArray &geometry, const QByteArray &state)
{
    m_settings->setValue(QStringLiteral("window/geometry"), geometry);
    m_settings->setValue(QStringLiteral("window/state"), state);
}

QString WindowSettings::folder() const
{
    return QFileInfo(m_settings->fileName()).absolutePath();
}

ThemeChoice WindowSettings::theme() const
{
    const QString theme = m_settings->value(QStringLiteral("window/theme")).toString();
    if (theme == QLatin1String("light"))
        return ThemeChoice::Light;
    if (theme == QLatin1String("high-contrast"))
        return ThemeChoice::HighContrast;
    return theme == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::FollowDesktop;
}

void WindowSettings::setTheme(ThemeChoice theme)
{
    const QString text = theme == ThemeChoice::Light          ? QStringLiteral("light")
                         : theme == ThemeChoice::Dark         ? QStringLiteral("dark")
                         : theme == ThemeChoice::HighContrast ? QStringLiteral("high-contrast")
                                                              : QStringLiteral("desktop");
    m_settings->setValue(QStringLiteral("window/theme"), text);
}

ProgramSettings WindowSettings::program() const
{
    ProgramSettings program;
    const auto number = [this](const char *key, auto usual) {
        const QVariant value =
            m_settings->value(QLatin1String(key), QVariant::fromValue(static_cast<qint64>(usual)));
        return static_cast<decltype(usual)>(std::max<qint64>(value.toLongLong(), 0));
    };
    QueryOptions &query = program.query;
    query.timeoutMs = number("query/timeoutMs", query.timeoutMs);
    query.maxSamples = number("query/maxSamples", query.maxSamples);
    query.maxSteps = number("query/maxSteps", query.maxSteps);
    query.lookbackMs = number("query/lookbackMs", query.lookbackMs);
    query = withinBounds(query);
    const QStringList on = m_settings->value(QStringLiteral("query/features")).toStringList();
    for (const promql::FeatureSwitch &feature : promql::featureSwitches)
        query.features.*(feature.member) = on.contains(nameOf(feature));
    ApiSettings &api = program.api;
    api.enabled = m_settings->value(QStringLiteral("api/enabled"), api.enabled).toBool();
    api.listen = m_settings->value(QStringLiteral("api/listen"), api.listen).toString();
    api.allowRemote = m_settings->value(QStringLiteral("api/allowRemote"), api.allowRemote).toBool();
    api.tokenFile = m_settings->value(QStringLiteral("api/tokenFile")).toString();
    program.time.utc = m_settings->value(QStringLiteral("time/utc"), program.time.utc).toBool();
    program.time.glide = m_settings->value(QStringLiteral("time/glide"), program.time.glide).toBool();
    return program;
}

void WindowSettings::setProgram(const ProgramSettings &settings)
{
    m_settings->setValue(QStringLiteral("query/timeoutMs"), static_cast<qint64>(settings.query.timeoutMs));
    m_settings->setValue(QStringLiteral("query/maxSamples"), static_cast<qint64>(settings.query.maxSamples));
    m_settings->setValue(QStringLiteral("query/maxSteps"), static_cast<qint64>(settings.query.maxSteps));
    m_settings->setValue(QStringLiteral("query/lookbackMs"), static_cast<qint64>(settings.query.lookbackMs));
    QStringList on;
    for (const promql::FeatureSwitch &feature : promql::featureSwitches) {
        if (settings.query.features.*(feature.member))
            on << nameOf(feature);
    }
    m_settings->setValue(QStringLiteral("query/features"), on);
    m_settings->setValue(QStringLiteral("api/enabled"), settings.api.enabled);
    m_settings->setValue(QStringLiteral("api/listen"), settings.api.listen);
    m_settings->setValue(QStringLiteral("api/allowRemote"), settings.api.allowRemote);
    m_settings->setValue(QStringLiteral("api/tokenFile"), settings.api.tokenFile);
    m_settings->setValue(QStringLiteral("time/utc"), settings.time.utc);
    m_settings->setValue(QStringLiteral("time/glide"), settings.time.glide);
}

qint64 WindowSettings::rangeMs() const
{
    constexpr qint64 usual = 5 * 60 * 1000;
    return std::clamp<qint64>(m_settings->value(QStringLiteral("window/rangeMs"), usual).toLongLong(), 1000,
                              31LL * 24 * 3600 * 1000);
}

void WindowSettings::setRangeMs(qint64 milliseconds)
{
    m_settings->setValue(QStringLiteral("window/rangeMs"), milliseconds);
}

ExplorePage::Memory WindowSettings::explore() const
{
    constexpr int mostQueries = 26;
    ExplorePage::Memory memory;
    // The history bounds itself.
    memory.history =
        QueryHistory(m_settings->value(QStringLiteral("explore/history")).toStringList()).entries();
    const int count = std::min(m_settings->beginReadArray(QStringLiteral("explore/queries")), mostQueries);
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        const QString expr =
            m_settings->value(QStringLiteral("expr")).toString().left(QueryHistory::longestEntry);
        const QString legend =
            m_settings->value(QStringLiteral("legend")).toString().left(QueryHistory::longestEntry);
        if (!expr.trimmed().isEmpty())
            memory.queries.push_back({expr.toStdString(), legend.toStdString(), false});
    }
    m_settings->endArray();
    return memory;
}

void WindowSettings::setExplore(const ExplorePage::Memory &memory)
{
    m_settings->setValue(QStringLiteral("explore/history"), memory.history);
    m_settings->remove(QStringLiteral("explore/queries"));
    m_settings->beginWriteArray(QStringLiteral("explore/queries"), static_cast<int>(memory.queries.size()));
    for (std::size_t i = 0; i < memory.queries.size(); ++i) {
        m_settings->setArrayIndex(static_cast<int>(i));
        m_settings->setValue(QStringLiteral("expr"), QString::fromStdString(memory.queries[i].expr));
        m_settings->setValue(QStringLiteral("legend"), QString::fromStdString(memory.queries[i].legend));
    }
    m_settings->endArray();
}

} // namespace sightglass
