// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/doctorpage.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "widgets/doctor/doctorview.h"
#include "widgets/doctor/examinebox.h"

#include <QFileInfo>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

/// Targets' ids are never this.
const QString textId = QStringLiteral("text:");

} // namespace

DoctorPage::DoctorPage(Workspace *workspace, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_feed(new DoctorFeed(workspace->queryPool(), this))
    , m_approvals(QString())
    , m_reading(
          [this](Result<std::shared_ptr<const PageCapture>> page) { showText(std::move(page), m_readName); })
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(workspace, &Workspace::ticked, this, &DoctorPage::take);
    connect(workspace, &Workspace::targetsChanged, this, [this] {
        if (m_view != nullptr)
            updateSources();
    });
}

DoctorPage::~DoctorPage() = default;

DoctorView *DoctorPage::view()
{
    if (m_view != nullptr)
        return m_view;
    m_view = new DoctorView(m_workspace->queryPool(), m_theme, this);
    layout()->addWidget(m_view);
    connect(m_feed, &DoctorFeed::examined, m_view, &DoctorView::showExamination);
    connect(m_view, &DoctorView::sourceChosen, this, &DoctorPage::choose);
    connect(m_view, &DoctorView::followToggled, this, [this](bool follow) {
        m_feed->setFollowing(follow);
        m_view->setFollowing(follow ? DoctorHeader::Following::On : DoctorHeader::Following::Off);
    });
    connect(m_view, &DoctorView::approvalChanged, this, &DoctorPage::changeApproval);
    connect(m_view, &DoctorView::textGiven, this, &DoctorPage::examineText);
    connect(m_view, &DoctorView::fileGiven, this, &DoctorPage::examineFile);
    connect(m_view, &DoctorView::examineTextRequested, this, &DoctorPage::askForText);
    if (m_workspace->targets().empty())
        m_view->showExamineBox();
    updateSources();
    return m_view;
}

void DoctorPage::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_view != nullptr)
        m_view->setTheme(theme);
}

const TargetConfig *DoctorPage::target() const
{
    const auto &targets = m_workspace->targets();
    const auto found = std::find_if(targets.begin(), targets.end(),
                                    [this](const TargetConfig &target) { return target.id == m_sourceId; });
    return found == targets.end() ? nullptr : &*found;
}

void DoctorPage::updateSources()
{
    std::vector<DoctorSource> sources;
    for (const TargetConfig &target : m_workspace->targets()) {
        const QString name = target.name.isEmpty() ? targetName(target.url) : target.name;
        sources.push_back({target.id, displayText(name, 60), displayText(publicAddress(target.url))});
    }
    if (m_text != nullptr)
        sources.push_back({textId, displayText(m_textName, 60), {}});
    const bool isLost = m_sourceId != textId && target() == nullptr;
    const QString first = sources.empty() ? QString() : sources.front().id;
    const bool isMoved = target() != nullptr && target()->url != m_sourceUrl;
    if (isLost && first != m_sourceId)
        choose(first);
    else if (isMoved) {
        m_outdated = m_workspace->lastTick().watchedPage;
        choose(m_sourceId);
    }
    view()->setSources(sources, m_sourceId);
}

void DoctorPage::choose(const QString &sourceId)
{
    m_sourceId = sourceId;
    view()->setNotice({});
    if (sourceId == textId) {
        view()->begin(tr("Examining…"), DoctorHeader::Following::Impossible);
        view()->setApproved(m_textApprovals);
        m_feed->examineText(m_text);
    } else if (const TargetConfig *chosen = target()) {
        m_sourceUrl = chosen->url;
        m_feed->clear();
        m_feed->setTarget(*chosen);
        m_feed->setFollowing(true);
        view()->begin(tr("Waiting for the next scrape"), DoctorHeader::Following::On);
        applyApprovals(m_approvals.read(chosen->url));
        takePage(m_workspace->lastTick());
    } else {
        m_feed->clear();
        view()->begin({}, DoctorHeader::Following::Impossible);
        view()->showExamineBox();
    }
    watch();
}

void DoctorPage::watch()
{
    m_workspace->watchPages(m_active && target() != nullptr ? m_sourceId : QString());
}

void DoctorPage::setActive(bool active, const QString &firstTarget)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active && m_view == nullptr)
        examineTarget(firstTarget);
    watch();
}

void DoctorPage::take(const CollectorTick &tick)
{
    const TargetConfig *chosen = target();
    if (!m_active || chosen == nullptr)
        return;
    // Its settings may have changed since.
    m_feed->setTarget(*chosen);
    takePage(tick);
}

void DoctorPage::takePage(const CollectorTick &tick)
{
    if (tick.watchedPage != m_outdated)
        m_feed->take(tick.watchedPage);
}

void DoctorPage::examineTarget(const QString &targetId)
{
    const DoctorView *shown = view();
    const auto &targets = m_workspace->targets();
    const bool known = std::any_of(targets.begin(), targets.end(),
                                   [&](const TargetConfig &target) { return target.id == targetId; });
    // Who looks at it already is not to lose their place.
    if (!known || (targetId == m_sourceId && !shown->isAskingForText()))
        return;
    choose(targetId);
    updateSources();
}

void DoctorPage::askForText()
{
    view()->showExamineBox();
}

void DoctorPage::examineText(const QString &text)
{
    showText(examinedText(text.toStdString()), tr("Pasted text"));
}

void DoctorPage::examineFile(const QString &fileName)
{
    if (m_reading.isRunning()) {
        view()->showExamineBox();
        view()->examineBox()->setProblem(tr("Still reading %1").arg(displayText(m_readName)));
        return;
    }
    m_readName = QFileInfo(fileName).fileName();
    m_reading.start([fileName] { return examinedFile(fileName); });
}

void DoctorPage::showText(Result<std::shared_ptr<const PageCapture>> page, const QString &name)
{
    if (!page) {
        view()->showExamineBox();
        view()->examineBox()->setProblem(errorText(page.error()));
        return;
    }
    m_text = std::move(*page);
    m_textName = name;
    choose(textId);
    updateSources();
}

void DoctorPage::changeApproval(const FindingKey &key, bool approved)
{
    if (const TargetConfig *chosen = target())
        return applyApprovals(m_approvals.change(chosen->url, key, approved));
    if (approved)
        m_textApprovals.approve(key);
    else
        m_textApprovals.withdraw(key);
    view()->setApproved(m_textApprovals);
}

void DoctorPage::applyApprovals(const ApprovalFiles::Kept &kept)
{
    view()->setApproved(kept.findings);
    view()->setNotice(displayText(kept.problem, 600));
}

} // namespace sightglass
