// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/alertjournal.h"

#include "model/presentation/workspace.h"
#include "model/scrape/configfiles.h"
#include "model/scrape/filesaver.h"

#include <QDebug>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr int writeAfterMs = 1000;
constexpr qint64 seenEveryMs = 20'000; // until when what goes on was seen
constexpr qint64 maxFileBytes = qint64{256} << 20;

} // namespace

AlertJournal::AlertJournal(QString file, Workspace *workspace, std::shared_ptr<const Clock> clock,
                           QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_clock(std::move(clock))
{
    m_sinceWriting.start();
    m_writing.setSingleShot(true);
    m_writing.setInterval(writeAfterMs);
    connect(&m_writing, &QTimer::timeout, this, &AlertJournal::write);
    if (workspace != nullptr) {
        connect(workspace, &Workspace::alertsChanged, this, &AlertJournal::append);
        connect(workspace, &Workspace::ticked, this, [this](const CollectorTick &tick) {
            if (m_history.follow(tick.rules))
                onChanged();
            else if (m_sinceWriting.hasExpired(seenEveryMs) && !m_writing.isActive() && hasOpen())
                write();
        });
    }
    if (m_file.isEmpty() || !QFileInfo::exists(m_file))
        return;
    const Result<std::string> text = readTextFile(m_file, maxFileBytes);
    auto history = text ? readAlertHistory(*text) : text.error();
    if (history)
        m_history = *std::move(history);
    else
        m_fileProblem = m_file + QStringLiteral(": ") + QString::fromStdString(plainText(history.error()));
    m_history.settle(m_clock->nowMs());
}

AlertJournal::~AlertJournal()
{
    // Also where nothing changed: until when what goes on was seen.
    if (!m_isWritten || !m_history.episodes().empty())
        write();
}

void AlertJournal::append(const std::vector<AlertTransition> &transitions)
{
    m_history.append(transitions);
    m_history.settle(m_clock->nowMs());
    onChanged();
}

bool AlertJournal::acknowledge(std::uint64_t id)
{
    const bool known = m_history.acknowledge(id, m_clock->nowMs());
    if (known)
        onChanged();
    return known;
}

bool AlertJournal::withdrawAcknowledgement(std::uint64_t id)
{
    const bool known = m_history.withdrawAcknowledgement(id);
    if (known)
        onChanged();
    return known;
}

bool AlertJournal::note(std::uint64_t id, const QString &text)
{
    const bool taken = m_history.note(id, text.toStdString(), m_clock->nowMs());
    if (taken)
        onChanged();
    return taken;
}

bool AlertJournal::hasOpen() const
{
    const std::vector<AlertEpisode> &episodes = m_history.episodes();
    return std::any_of(episodes.rbegin(), episodes.rend(),
                       [](const AlertEpisode &episode) { return !episode.endedAt; });
}

void AlertJournal::onChanged()
{
    m_isWritten = false;
    if (!m_writing.isActive())
        m_writing.start();
    emit changed();
}

void AlertJournal::write()
{
    m_isWritten = true;
    m_sinceWriting.start();
    // A file that could not be read may hold what somebody still wants.
    if (m_file.isEmpty() || !m_fileProblem.isEmpty())
        return;
    m_tasks.run([file = m_file, history = m_history, now = m_clock->nowMs()] {
        const QString problem =
            saveFile(file, QByteArray::fromStdString(alertHistoryText(history, now)), FileReaders::User);
        if (!problem.isEmpty())
            qWarning("the history of alerts is not kept: %s", qUtf8Printable(problem));
    });
}

} // namespace sightglass
