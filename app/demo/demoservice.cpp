// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoservice.h"

#include "app/demo/filereplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace sightglass::demo {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("sightglass::demo::DemoService", text);
}

QString defaultStateDir(Naming naming)
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    // Two demos with different names are a common pair; they must not share their state.
    return cache + QStringLiteral("/sightglass-demo/") +
           (naming == Naming::Plain ? QStringLiteral("plain") : QStringLiteral("fraiseql"));
}

} // namespace

DemoService::DemoService(Options options)
    : m_options(std::move(options))
    , m_scenario(m_options.scenario, m_options.incident, Clock::now())
{}

DemoService::~DemoService()
{
    m_server.reset();
    m_pipeline.reset();
}

QString DemoService::start()
{
    if (QString problem = prepareStateDir(); !problem.isEmpty())
        return problem;
    makeInstrumentation();
    m_record = std::make_unique<Recorder>(m_metrics.get());
    if (QString problem = startPipeline(); !problem.isEmpty())
        return problem;
    m_server =
        std::make_unique<StatusServer>(StatusSubject{*m_pipeline, *m_record, m_scenario, m_metrics.get()});
    if (QString problem = m_server->listen(m_options.address, m_options.port); !problem.isEmpty()) {
        return tr("Cannot listen on %1, port %2: %3")
            .arg(m_options.address.toString(), QString::number(m_options.port), problem);
    }
    startExport();
    return {};
}

QString DemoService::prepareStateDir()
{
    if (m_options.stateDir.isEmpty())
        m_options.stateDir = defaultStateDir(m_options.metrics.naming);
    if (!QDir().mkpath(m_options.stateDir))
        return tr("Cannot make the state folder %1").arg(m_options.stateDir);
    m_lock = std::make_unique<QLockFile>(m_options.stateDir + QStringLiteral("/lock"));
    m_lock->setStaleLockTime(0);
    if (m_lock->tryLock())
        return {};
    return tr("Another demo uses the state folder %1; choose one with --state-dir").arg(m_options.stateDir);
}

void DemoService::makeInstrumentation()
{
    try {
        m_metrics = makeMetrics(m_options.metrics);
    } catch (const std::exception &problem) {
        // A service without metrics is better than no service.
        m_warnings.append(tr("There will be no metrics: %1").arg(QString::fromUtf8(problem.what())));
    }
}

QString DemoService::startPipeline()
{
    auto faults = std::make_shared<FaultModel>(m_options.seed);
    m_sinks = std::make_unique<SinkHost>([this, faults](ActionType type) {
        return faults->treat(type, m_scenario.weather(Clock::now()).faults);
    });
    const Endpoints endpoints = m_sinks->endpoints();
    if (endpoints.http == 0 || endpoints.smtp == 0)
        return tr("There is no free port on 127.0.0.1 for the services that actions talk to");
    PipelineConfig config;
    config.stateDir = QDir::toNativeSeparators(m_options.stateDir).toStdString();
    config.seed = m_options.seed;
    auto pipeline = Pipeline::open(config, m_scenario, *m_record);
    if (!pipeline)
        return QString::fromStdString(plainText(pipeline.error()));
    m_pipeline = std::move(pipeline).value();
    if (const auto &problem = m_pipeline->recoveryProblem()) {
        m_warnings.append(tr("Beginning anew, the checkpoint was set aside: %1")
                              .arg(QString::fromStdString(plainText(*problem))));
    }
    m_pipeline->start(endpoints);
    return {};
}

void DemoService::startExport()
{
    if (!m_metrics || m_options.metrics.exportInterval.count() == 0)
        return;
    const std::string path = m_options.stateDir.toStdString() + "/metrics.prom";
    QObject::connect(&m_exportTimer, &QTimer::timeout, &m_exportTimer, [this, path] {
        // A file that cannot be written now is written next time; whoever reads it sees its age.
        if (!replaceFile(path, m_server->metricsText()))
            m_warnings.append(tr("Cannot write %1").arg(QString::fromStdString(path)));
    });
    m_exportTimer.start(m_options.metrics.exportInterval);
}

QString DemoService::metricsUrl() const
{
    QString host = m_options.address.toString();
    if (m_options.address.protocol() == QAbstractSocket::IPv6Protocol)
        host = QLatin1Char('[') + host + QLatin1Char(']');
    return QStringLiteral("http://%1:%2/metrics").arg(host).arg(m_server->port());
}

} // namespace sightglass::demo
