// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/alertstatekeeper.h"

#include "model/alerting/keptalert.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/keptsamplefile.h"
#include "model/scrape/configfiles.h"
#include "model/scrape/filesaver.h"
#include "model/scrape/regularfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDebug>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <string>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::AlertStateKeeper)
};

constexpr qint64 everyMs = 3000;
constexpr qint64 samplesEveryMs = 1000;
/// Where writing samples takes long, that is at most so small a part of a core.
constexpr qint64 samplesPauses = 20;
constexpr qint64 maxStateBytes = qint64{64} << 20;

QString joined(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() ? a + b : a + u'\n' + b;
}

/// Whether a file is there and holds something else than it would by its beginning; or cannot be read.
bool isForeign(const QString &path, bool (*looksRight)(std::string_view))
{
    constexpr std::size_t beginning = 64;
    const QFileInfo info(path);
    if (!info.exists() || (info.isFile() && info.size() == 0))
        return false;
    const Result<std::string> text = readRegularFile(path, beginning);
    return !text || !looksRight(*text);
}

} // namespace

QString foreignStateFile(const QString &path)
{
    if (path.isEmpty())
        return {};
    const auto said = [](const QString &file) {
        return Texts::tr("%1 is not a file of kept alerts, and would be overwritten: name another one")
            .arg(displayText(file));
    };
    if (isForeign(path, looksLikeKeptAlerts))
        return said(path);
    const QString samples = keptSamplesPath(path);
    return isForeign(samples, looksLikeKeptSamples) ? said(samples) : QString();
}

QString takeKeptAlerts(const QString &path, CollectorOptions &options)
{
    if (path.isEmpty())
        return {};
    const QString samplesPath = keptSamplesPath(path);
    KeptSamples samples = takeKeptSamples(samplesPath, QDateTime::currentMSecsSinceEpoch() + 1000);
    QString problem;
    if (const qint64 size = QFileInfo(samplesPath).size();
        samples.usableBytes < static_cast<std::size_t>(size))
        problem = samples.usableBytes == 0
                      ? Texts::tr("%1: not a file of kept samples; none are taken from it").arg(samplesPath)
                      : Texts::tr("%1: garbled from byte %2 on; what is before it is taken")
                            .arg(samplesPath, QString::number(samples.usableBytes));
    options.keptSamples = std::move(samples.series);
    if (!options.keptSamples.empty())
        options.restoreAlerts = options.restoreAlerts.value_or(RestoreOptions{});
    if (QFileInfo(path).size() == 0) // or there is none
        return problem;
    const Result<std::string> text = readTextFile(path, maxStateBytes);
    Result<std::vector<KeptAlert>> alerts = text ? readKeptAlerts(*text) : text.error();
    if (!alerts)
        return joined(path + QStringLiteral(": ") + QString::fromStdString(plainText(alerts.error())),
                      problem);
    if (alerts->empty())
        return problem;
    options.keptAlerts = *std::move(alerts);
    options.restoreAlerts = options.restoreAlerts.value_or(RestoreOptions{});
    return problem;
}

struct AlertStateKeeper::Written
{
    std::string text;
    QString problem;
};

struct AlertStateKeeper::Samples
{
    explicit Samples(const QString &stateFile)
        : file(keptSamplesPath(stateFile))
    {}

    KeptSampleFile file;
    std::vector<RulePtr> rules; ///< that the selectors are of
    std::vector<KeptSelector> selectors;
    QString problem;
    std::atomic<qint64> tookMs = 0;
    std::atomic<bool> isBusy = false;
};

AlertStateKeeper::AlertStateKeeper(QString path, Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_workspace(workspace)
    , m_written(std::make_shared<Written>())
    , m_samples(std::make_shared<Samples>(m_path))
{
    if (m_path.isEmpty())
        return;
    connect(workspace, &Workspace::ticked, this, [this] {
        const qint64 pause = std::max(samplesEveryMs, samplesPauses * m_samples->tookMs);
        if (!m_sinceSamples.isValid() || (m_sinceSamples.hasExpired(pause) && !m_samples->isBusy))
            writeSamples();
        if (!m_sinceWriting.isValid() || m_sinceWriting.hasExpired(everyMs))
            writeStates();
    });
}

AlertStateKeeper::~AlertStateKeeper()
{
    if (!m_path.isEmpty())
        write();
}

void AlertStateKeeper::write()
{
    writeSamples();
    writeStates();
}

void AlertStateKeeper::writeSamples()
{
    const CollectorTick &tick = m_workspace->lastTick();
    // Before the rules are there nobody knows what they look at.
    if (!tick.snapshot || tick.rules.empty())
        return;
    m_sinceSamples.start();
    m_samples->isBusy = true;
    std::vector<RulePtr> rules;
    rules.reserve(tick.rules.size());
    for (const RuleStatus &status : tick.rules)
        rules.push_back(status.rule);
    m_tasks.run([snapshot = tick.snapshot, at = tick.at, rules = std::move(rules), samples = m_samples] {
        QElapsedTimer timer;
        timer.start();
        if (rules != samples->rules) {
            samples->selectors = keptSelectors(rules);
            samples->rules = rules;
        }
        const QString problem = samples->file.update(*snapshot, samples->selectors, at);
        if (!problem.isEmpty() && problem != samples->problem)
            qWarning("what rules look at is not kept: %s", qUtf8Printable(problem));
        samples->problem = problem;
        samples->tookMs = timer.elapsed();
        samples->isBusy = false;
    });
}

void AlertStateKeeper::writeStates()
{
    const CollectorTick &tick = m_workspace->lastTick();
    if (!tick.snapshot)
        return;
    m_sinceWriting.start();
    m_tasks.run([snapshot = tick.snapshot, at = tick.at, path = m_path, written = m_written] {
        std::string text = keptAlertsText(keptAlerts(*snapshot, at));
        if (text == written->text ||
            (written->text.empty() && text == keptAlertsText({}) && !QFileInfo::exists(path)))
            return;
        const QString problem =
            saveFile(path, QByteArray(text.data(), static_cast<qsizetype>(text.size())), FileReaders::User);
        if (problem.isEmpty())
            written->text = std::move(text);
        else if (problem != written->problem)
            qWarning("states of alerts are not kept: %s", qUtf8Printable(problem));
        written->problem = problem;
    });
}

} // namespace sightglass
