// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/doctorsession.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/firstscrapes.h"
#include "model/scrape/findtarget.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

/// Targets' ids are never this.
const QString textId = QStringLiteral("text:");

} // namespace

DoctorSession::DoctorSession(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_feed(new DoctorFeed(workspace->queryPool(), this))
    , m_reading([this](ExaminedPage page) { takeText(std::move(page), m_readName); })
{
    connect(m_feed, &DoctorFeed::examined, this, &DoctorSession::examined);
    connect(workspace, &Workspace::ticked, this, &DoctorSession::take);
    connect(workspace, &Workspace::targetsChanged, this, &DoctorSession::updateSources);
}

DoctorSession::~DoctorSession() = default;

void DoctorSession::setApprovalFolder(const QString &folder)
{
    m_keeper = std::make_unique<ApprovalKeeper>(folder);
}

const TargetConfig *DoctorSession::target() const
{
    return findTarget(m_workspace->targets(), m_current);
}

void DoctorSession::start()
{
    m_started = true;
    updateSources();
    if (m_current.isEmpty())
        emit began(Subject::Nothing);
}

void DoctorSession::updateSources()
{
    if (!m_started)
        return;
    m_sources = knownSources();
    const TargetConfig *chosen = target();
    const QString first = beginning();
    if (chosen == nullptr && m_current != textId && m_current != first)
        begin(first);
    else if (chosen != nullptr && chosen->url != m_url)
        begin(m_current);
    emit sourcesChanged();
}

/// Names that several have come with their address.
std::vector<DoctorSource> DoctorSession::knownSources() const
{
    std::vector<DoctorSource> sources;
    QHash<QString, int> count;
    for (const TargetConfig &each : m_workspace->targets()) {
        const QString name = displayText(each.name.isEmpty() ? targetName(each.url) : each.name, 60);
        const bool isDown = std::find(m_down.begin(), m_down.end(), each.id) != m_down.end();
        sources.push_back({each.id, name, displayText(publicAddress(each.url)), isDown});
        ++count[name];
    }
    for (DoctorSource &source : sources) {
        if (count.value(source.name) > 1)
            source.name += QStringLiteral(" · ") + source.address;
    }
    if (m_text != nullptr)
        sources.push_back({textId, displayText(m_textName, 60), {}, false});
    return sources;
}

QString DoctorSession::beginning() const
{
    const QString worst = worstTarget(m_workspace->lastTick().targets, {});
    if (findTarget(m_workspace->targets(), worst) != nullptr)
        return worst;
    return m_sources.empty() ? QString() : m_sources.front().id;
}

void DoctorSession::chooseWorst(const QString &preferred)
{
    choose(worstTarget(m_workspace->lastTick().targets, preferred));
}

void DoctorSession::choose(const QString &sourceId)
{
    const bool isText = sourceId == textId && m_text != nullptr;
    if (!isText && findTarget(m_workspace->targets(), sourceId) == nullptr)
        return;
    begin(sourceId);
    updateSources();
}

void DoctorSession::begin(const QString &sourceId)
{
    m_current = sourceId;
    ++m_question;
    emit noticeChanged({});
    if (sourceId == textId) {
        emit began(Subject::Text);
        showApprovals(m_textApprovals);
        m_feed->examineText(m_text);
    } else if (const TargetConfig *chosen = target()) {
        m_url = chosen->url;
        m_feed->clear();
        m_feed->setTarget(*chosen);
        m_feed->setFollowing(true);
        emit began(Subject::Target);
        showApprovals({});
        if (m_keeper != nullptr)
            m_keeper->read(m_url, approvalsAnswer());
        takePage(m_workspace->lastTick());
    } else {
        m_feed->clear();
        emit began(Subject::Nothing);
    }
    watch();
}

void DoctorSession::watch()
{
    m_workspace->watchPages(m_active && target() != nullptr ? m_current : QString());
}

void DoctorSession::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    watch();
}

void DoctorSession::setFollowing(bool following)
{
    m_feed->setFollowing(following);
    emit followingChanged(following);
}

void DoctorSession::takeHealth(const CollectorTick &tick)
{
    std::vector<QString> down;
    for (const TargetStatus &each : tick.targets) {
        if (each.health == TargetHealth::Down)
            down.push_back(each.config.id);
    }
    if (down == m_down)
        return;
    m_down = std::move(down);
    updateSources();
}

void DoctorSession::take(const CollectorTick &tick)
{
    takeHealth(tick);
    const TargetConfig *chosen = target();
    if (!m_active || chosen == nullptr)
        return;
    // Its settings may have changed since.
    m_feed->setTarget(*chosen);
    takePage(tick);
}

/// Ticks that were on their way when the target got another address have pages of the one before.
void DoctorSession::takePage(const CollectorTick &tick)
{
    if (tick.watchedPage != nullptr && tick.watchedPage->url == m_url.adjusted(QUrl::RemoveUserInfo))
        m_feed->take(tick.watchedPage);
}

void DoctorSession::examineText(const QString &text)
{
    takeText(examinedText(text.toStdString()), tr("Pasted text"));
}

void DoctorSession::examineFile(const QString &fileName)
{
    if (m_reading.isRunning()) {
        emit textRefused(tr("Still reading %1").arg(displayText(m_readName)));
        return;
    }
    m_readName = QFileInfo(fileName).fileName();
    m_reading.start([fileName] { return examinedFile(fileName); });
}

void DoctorSession::takeText(ExaminedPage page, const QString &name)
{
    if (!page) {
        emit textRefused(errorText(page.error()));
        return;
    }
    m_text = std::move(*page);
    m_textName = name;
    choose(textId);
}

void DoctorSession::setApproved(const FindingKey &key, bool approved)
{
    ApprovedFindings findings = m_approved;
    if (approved)
        findings.approve(key);
    else
        findings.withdraw(key);
    showApprovals(findings);
    if (m_current == textId) {
        m_textApprovals = m_approved;
    } else if (const TargetConfig *chosen = target(); chosen != nullptr && m_keeper != nullptr) {
        ++m_question;
        m_keeper->change(chosen->url, key, approved, approvalsAnswer());
    }
}

ApprovalKeeper::Answer DoctorSession::approvalsAnswer()
{
    // What has been asked since knows of this one.
    return [this, question = m_question](const ApprovalFiles::Kept &kept) {
        if (question != m_question)
            return;
        showApprovals(kept.findings);
        emit noticeChanged(displayText(kept.problem, 600));
    };
}

void DoctorSession::showApprovals(const ApprovedFindings &approved)
{
    m_approved = approved;
    emit approvalsChanged(m_approved);
}

} // namespace sightglass
