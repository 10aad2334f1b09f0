// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/senders/notificationcenter.h"

#include "model/notify/notifylog.h"
#include "model/notify/silencetext.h"
#include "model/scrape/configfiles.h"
#include "model/scrape/filesaver.h"

#include <QDebug>
#include <QFileInfo>
#include <QUuid>

#include <utility>

namespace sightglass {

namespace {

constexpr qint64 maxFileBytes = qint64{64} << 20;

} // namespace

NotificationCenter::NotificationCenter(std::shared_ptr<const Clock> clock, NotifyConfig config,
                                       QString silencesFile, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_config(std::move(config))
    , m_file(std::move(silencesFile))
{
    if (m_file.isEmpty() || !QFileInfo::exists(m_file))
        return;
    const Result<std::string> text = readTextFile(m_file, maxFileBytes);
    auto silences = text ? readSilences(*text) : text.error();
    if (silences)
        m_silences = *std::move(silences);
    else
        m_fileProblem = m_file + QStringLiteral(": ") + QString::fromStdString(plainText(silences.error()));
    m_index = SilenceIndex(m_silences);
}

NotificationCenter::~NotificationCenter() = default;

QString NotificationCenter::keepLog(const QString &file)
{
    if (QFileInfo::exists(file)) {
        const Result<std::string> text = readTextFile(file, maxFileBytes);
        auto state = text ? readNotifyLog(*text) : text.error();
        if (!state) // it may be another program's
            return file + QStringLiteral(": ") + QString::fromStdString(plainText(state.error()));
        m_state.told = std::move(state->told);
    }
    m_logFile = file;
    return {};
}

void NotificationCenter::writeLog()
{
    if (m_logFile.isEmpty())
        return;
    NotifyState told;
    told.told = m_state.told;
    m_tasks.run([file = m_logFile, told = std::move(told)] {
        const QString problem =
            saveFile(file, QByteArray::fromStdString(notifyLogText(told)), FileReaders::User);
        if (!problem.isEmpty())
            qWarning("what was told is not kept: %s", qUtf8Printable(problem));
    });
}

void NotificationCenter::setConfig(NotifyConfig config)
{
    m_config = std::move(config);
    look();
}

void NotificationCenter::update(const CollectorTick &tick)
{
    m_alerts = notifyAlerts(tick.rules, tick.ruleGroups);
    m_places.clear();
    for (std::size_t i = 0; i < m_alerts.size(); ++i)
        m_places.emplace(m_alerts[i].labels, i);
    look();
}

AlertVerdict NotificationCenter::verdictOf(const Labels &labels) const
{
    const auto place = m_places.find(labels);
    if (place != m_places.end() && place->second < m_verdicts.size())
        return m_verdicts[place->second];
    AlertVerdict verdict;
    verdict.silencedBy = m_index.silencing(labels, m_clock->nowMs());
    return verdict;
}

void NotificationCenter::look()
{
    NotifyStep step = advance(std::move(m_state), m_alerts, m_index, m_config, m_clock->nowMs());
    m_state = std::move(step.state);
    m_verdicts = std::move(step.verdicts);
    if (!step.notices.empty())
        writeLog();
    for (const AlertNotice &notice : step.notices)
        emit noticed(notice);
    emit updated();
}

Result<std::string> NotificationCenter::setSilence(Silence silence)
{
    auto id = sightglass::setSilence(m_silences, std::move(silence), m_clock->nowMs(), [] {
        return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    });
    if (id)
        onSilencesChanged();
    return id;
}

Status NotificationCenter::expireSilence(const std::string &id)
{
    Status ended = sightglass::expireSilence(m_silences, id, m_clock->nowMs());
    if (ended)
        onSilencesChanged();
    return ended;
}

void NotificationCenter::setForeignSilences(std::vector<Silence> silences)
{
    m_foreign = std::move(silences);
    std::vector<Silence> all = m_silences;
    all.insert(all.end(), m_foreign.begin(), m_foreign.end());
    m_index = SilenceIndex(all);
    look();
    emit silencesChanged();
}

void NotificationCenter::onSilencesChanged()
{
    forgetSilences(m_silences, m_clock->nowMs());
    // A file that could not be read may hold what somebody still wants.
    if (!m_file.isEmpty() && m_fileProblem.isEmpty()) {
        m_tasks.run([file = m_file, silences = m_silences] {
            const QString problem =
                saveFile(file, QByteArray::fromStdString(silencesText(silences)), FileReaders::User);
            if (!problem.isEmpty())
                qWarning("silences are not kept: %s", qUtf8Printable(problem));
        });
    }
    setForeignSilences(std::move(m_foreign));
}

} // namespace sightglass
