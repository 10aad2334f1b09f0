// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/observerservice.h"

#include "app/demo/filereplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace sightglass::demo {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("sightglass::demo::ObserverService", text);
}

QString defaultStateDir(Naming naming)
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    // Two demos with different names are a common pair; they must not share their state.
    return cache + QStringLiteral("/sightglass-demo/") +
           (naming == Naming::Plain ? QStringLiteral("plain") : QStringLiteral("fraiseql"));
}

} // namespace

ObserverService::ObserverService(ObserverConfig config, ScenarioControl &scenario)
    : m_config(std::move(config))
    , m_scenario(scenario)
{}

ObserverService::~ObserverService()
{
    m_server.reset();
    m_pipeline.reset();
}

QString ObserverService::start(const ListenAddress &listen)
{
    if (QString problem = prepareStateDir(); !problem.isEmpty())
        return problem;
    makeInstrumentation();
    m_record = std::make_unique<Recorder>(m_metrics.get());
    if (QString problem = startPipeline(); !problem.isEmpty())
        return problem;
    m_status = std::make_unique<PipelineStatus>(*m_pipeline, *m_record, m_metrics.get());
    m_server = std::make_unique<StatusServer>(*m_status, m_scenario);
    if (QString problem = m_server->listen(listen); !problem.isEmpty())
        return problem;
    startExport();
    return {};
}

QString ObserverService::prepareStateDir()
{
    if (m_config.stateDir.isEmpty())
        m_config.stateDir = defaultStateDir(m_config.metrics.naming);
    if (!QDir().mkpath(m_config.stateDir))
        return tr("Cannot make the state folder %1").arg(m_config.stateDir);
    m_lock = std::make_unique<QLockFile>(m_config.stateDir + QStringLiteral("/lock"));
    m_lock->setStaleLockTime(0);
    if (m_lock->tryLock())
        return {};
    return tr("Another demo uses the state folder %1; choose one with --state-dir").arg(m_config.stateDir);
}

void ObserverService::makeInstrumentation()
{
    try {
        m_metrics = makeMetrics(m_config.metrics);
    } catch (const std::exception &problem) {
        // A service without metrics is better than no service.
        m_warnings.append(tr("There will be no metrics: %1").arg(QString::fromUtf8(problem.what())));
    }
}

QString ObserverService::startPipeline()
{
    auto faults = std::make_shared<FaultModel>(m_config.seed);
    m_sinks = std::make_unique<SinkHost>([this, faults](ActionType type) {
        return faults->treat(type, m_scenario.weather(Clock::now()).faults);
    });
    const Endpoints endpoints = m_sinks->endpoints();
    if (endpoints.http == 0 || endpoints.smtp == 0)
        return tr("There is no free port on 127.0.0.1 for the services that actions talk to");
    PipelineConfig config;
    config.stateDir = QDir::toNativeSeparators(m_config.stateDir).toStdString();
    config.seed = m_config.seed;
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

void ObserverService::startExport()
{
    if (!m_metrics || m_config.metrics.exportInterval.count() == 0)
        return;
    const std::string path = m_config.stateDir.toStdString() + "/metrics.prom";
    QObject::connect(&m_exportTimer, &QTimer::timeout, &m_exportTimer, [this, path] {
        // A file that cannot be written now is written next time; whoever reads it sees its age.
        if (const auto metrics = m_status->metricsBody({});
            metrics && !replaceFile(path, metrics->body.toStdString()))
            m_warnings.append(tr("Cannot write %1").arg(QString::fromStdString(path)));
    });
    m_exportTimer.start(m_config.metrics.exportInterval);
}

} // namespace sightglass::demo
