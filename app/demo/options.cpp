// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace sightglass::demo {

namespace {

using std::chrono::seconds;

constexpr double longestSeconds = 604'800;
constexpr std::size_t highestPort = 65'535;

/// The options, as the command line knows them, and the way from their text to values.
class OptionsReader
{
    Q_DECLARE_TR_FUNCTIONS(OptionsReader)

public:
    OptionsReader();
    OptionsOrProblem read(const QStringList &arguments);

private:
    void addOption(const QString &name, const QString &description, const QString &valueName,
                   const QString &defaultValue = {});
    void readSystems();
    void readListen();
    void readScenario();
    void readMetrics();
    void readNumbers();
    void readSeconds(const QString &name, Milliseconds &target);
    void complain(const QString &problem);

    QCommandLineParser m_parser;
    OptionsOrProblem m_result;
};

OptionsReader::OptionsReader()
{
    m_parser.setApplicationDescription(
        tr("Services with metrics, disturbed as you like: an event observer that really works, and models of "
           "others.\n"
           "While it runs, switch with: curl -X POST 'http://127.0.0.1:9464/scenario?name=incident'"));
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, tr("Show this help.")});
    m_parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, tr("Show the version.")});
    addOption(QStringLiteral("system"),
              tr("What runs: fraiseql, plain, allsource-core, allsource-control-plane, allsource (both), "
                 "streamhouse, sellify, several with commas between them, or all."),
              tr("name"));
    addOption(
        QStringLiteral("listen"),
        tr("Where /metrics and the health pages are served; port 0 takes a free one. Of several systems "
           "the first; the others follow. By default the port that each system usually has."),
        tr("address:port"));
    addOption(QStringLiteral("naming"),
              tr("Names of the observer's metrics where --system does not say: fraiseql or plain."),
              tr("naming"), QStringLiteral("fraiseql"));
    addOption(QStringLiteral("scenario"),
              tr("What happens: steady, burst, slow-actions, cache-thrash, dead-letters or incident."),
              tr("name"), QStringLiteral("incident"));
    addOption(QStringLiteral("incident-after"), tr("Time before the first incident."), tr("seconds"),
              QStringLiteral("10"));
    addOption(QStringLiteral("incident-for"), tr("Length of an incident."), tr("seconds"),
              QStringLiteral("60"));
    addOption(QStringLiteral("incident-pause"), tr("Time between two incidents."), tr("seconds"),
              QStringLiteral("120"));
    addOption(QStringLiteral("state-dir"),
              tr("Folder for checkpoints; by default one in the user's cache folder."), tr("folder"));
    addOption(QStringLiteral("seed"), tr("Start of the random numbers."), tr("number"), QStringLiteral("1"));
    m_parser.addOption({QStringLiteral("no-metrics"), tr("Switch the instrumentation off.")});
    addOption(QStringLiteral("buckets"),
              tr("Upper bounds of the observer's histograms, in the unit of their names."), tr("numbers"));
    addOption(QStringLiteral("sample-rate"),
              tr("Share of observations that reach the observer's histograms, 0 to 1."), tr("share"),
              QStringLiteral("1"));
    addOption(QStringLiteral("export-interval"),
              tr("How often the observer's metrics are also written to metrics.prom in the state folder; 0 "
                 "for never."),
              tr("seconds"), QStringLiteral("60"));
}

void OptionsReader::addOption(const QString &name, const QString &description, const QString &valueName,
                              const QString &defaultValue)
{
    m_parser.addOption({name, description, valueName, defaultValue});
}

OptionsOrProblem OptionsReader::read(const QStringList &arguments)
{
    if (!m_parser.parse(arguments)) {
        complain(m_parser.errorText());
        return m_result;
    }
    Options &options = m_result.options;
    options.helpText = m_parser.helpText();
    if (m_parser.isSet(QStringLiteral("help")))
        options.task = Options::Task::ShowHelp;
    else if (m_parser.isSet(QStringLiteral("version")))
        options.task = Options::Task::ShowVersion;
    if (!m_parser.positionalArguments().isEmpty())
        complain(tr("Unexpected argument: %1").arg(m_parser.positionalArguments().constFirst()));
    options.stateDir = m_parser.value(QStringLiteral("state-dir"));
    readMetrics();
    readSystems();
    readListen();
    readScenario();
    readNumbers();
    return m_result;
}

void OptionsReader::readSystems()
{
    std::vector<SystemId> &systems = m_result.options.systems;
    if (m_result.options.metrics.naming == Naming::Plain)
        systems = {SystemId::PlainObserver};
    if (!m_parser.isSet(QStringLiteral("system")))
        return;
    const QString text = m_parser.value(QStringLiteral("system"));
    if (auto named = systemsNamed(text.toStdString()); !named.empty())
        systems = std::move(named);
    else
        complain(tr("There is no system \"%1\"").arg(text));
}

void OptionsReader::readListen()
{
    if (!m_parser.isSet(QStringLiteral("listen")))
        return;
    const QString text = m_parser.value(QStringLiteral("listen"));
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    QString host = text.left(colon < 0 ? 0 : colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    if (host == QLatin1String("localhost"))
        host = QStringLiteral("127.0.0.1");
    bool portIsGood = false;
    const ushort port = text.mid(colon + 1).toUShort(&portIsGood);
    const QHostAddress address(host);
    if (colon < 0 || !portIsGood || address.isNull())
        return complain(
            tr("--listen wants address:port, e.g. 127.0.0.1:9464 or [::1]:0, not \"%1\"").arg(text));
    if (port != 0 && port + m_result.options.systems.size() - 1 > highestPort)
        return complain(tr("--listen leaves no ports for all systems"));
    m_result.options.address = address;
    m_result.options.port = port;
}

void OptionsReader::readScenario()
{
    const QString text = m_parser.value(QStringLiteral("scenario"));
    if (const auto scenario = scenarioNamed(text.toStdString()))
        m_result.options.scenario = *scenario;
    else
        complain(tr("There is no scenario \"%1\"").arg(text));
    IncidentTiming &incident = m_result.options.incident;
    readSeconds(QStringLiteral("incident-after"), incident.after);
    readSeconds(QStringLiteral("incident-for"), incident.length);
    readSeconds(QStringLiteral("incident-pause"), incident.pause);
    if (incident.length.count() <= 0)
        complain(tr("--incident-for wants a time above 0"));
}

void OptionsReader::readMetrics()
{
    MetricsConfig &metrics = m_result.options.metrics;
    metrics.enabled = !m_parser.isSet(QStringLiteral("no-metrics"));
    const QString naming = m_parser.value(QStringLiteral("naming"));
    if (naming == QLatin1String("plain"))
        metrics.naming = Naming::Plain;
    else if (naming != QLatin1String("fraiseql"))
        complain(tr("--naming is fraiseql or plain, not \"%1\"").arg(naming));
    if (m_parser.isSet(QStringLiteral("buckets"))) {
        const QString text = m_parser.value(QStringLiteral("buckets"));
        if (auto buckets = parseBuckets(text.toStdString()))
            metrics.buckets = std::move(*buckets);
        else
            complain(
                tr("--buckets wants ascending numbers above 0, e.g. 0.001,0.01,0.1, not \"%1\"").arg(text));
    }
    Milliseconds exportInterval{};
    readSeconds(QStringLiteral("export-interval"), exportInterval);
    metrics.exportInterval = std::chrono::ceil<seconds>(exportInterval);
}

void OptionsReader::readNumbers()
{
    const QString rateText = m_parser.value(QStringLiteral("sample-rate"));
    bool isNumber = false;
    const double rate = rateText.toDouble(&isNumber);
    if (isNumber && rate >= 0 && rate <= 1)
        m_result.options.metrics.sampleRate = rate;
    else
        complain(tr("--sample-rate wants a number from 0 to 1, not \"%1\"").arg(rateText));
    const QString seedText = m_parser.value(QStringLiteral("seed"));
    m_result.options.seed = seedText.toULongLong(&isNumber);
    if (!isNumber)
        complain(tr("--seed wants a whole number, not \"%1\"").arg(seedText));
}

void OptionsReader::readSeconds(const QString &name, Milliseconds &target)
{
    const QString text = m_parser.value(name);
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (isNumber && value >= 0 && value <= longestSeconds)
        target = Milliseconds(std::llround(value * 1000));
    else
        complain(tr("--%1 wants seconds from 0 to 604800, not \"%2\"").arg(name, text));
}

void OptionsReader::complain(const QString &problem)
{
    if (m_result.problem.isEmpty())
        m_result.problem = problem;
}

} // namespace

OptionsOrProblem parseOptions(const QStringList &arguments)
{
    return OptionsReader().read(arguments);
}

} // namespace sightglass::demo
