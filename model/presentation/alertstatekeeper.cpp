// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/alertstatekeeper.h"

#include "model/alerting/keptalert.h"
#include "model/scrape/configfiles.h"
#include "model/scrape/filesaver.h"

#include <QDebug>
#include <QFileInfo>

#include <string>
#include <utility>

namespace sightglass {

namespace {

constexpr qint64 everyMs = 3000;
constexpr qint64 maxStateBytes = qint64{64} << 20;

} // namespace

QString takeKeptAlerts(const QString &path, CollectorOptions &options)
{
    if (path.isEmpty() || !QFileInfo::exists(path))
        return {};
    const Result<std::string> text = readTextFile(path, maxStateBytes);
    Result<std::vector<KeptAlert>> alerts = text ? readKeptAlerts(*text) : text.error();
    if (!alerts)
        return path + QStringLiteral(": ") + QString::fromStdString(plainText(alerts.error()));
    if (alerts->empty())
        return {};
    options.keptAlerts = *std::move(alerts);
    options.restoreAlerts = RestoreOptions{};
    return {};
}

struct AlertStateKeeper::Written
{
    std::string text;
    QString problem;
};

AlertStateKeeper::AlertStateKeeper(QString path, Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_workspace(workspace)
    , m_written(std::make_shared<Written>())
{
    if (m_path.isEmpty())
        return;
    connect(workspace, &Workspace::ticked, this, [this] {
        if (!m_sinceWriting.isValid() || m_sinceWriting.hasExpired(everyMs))
            write();
    });
}

AlertStateKeeper::~AlertStateKeeper()
{
    if (!m_path.isEmpty())
        write();
}

void AlertStateKeeper::write()
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
