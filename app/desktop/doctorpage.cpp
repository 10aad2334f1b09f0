// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/doctorpage.h"

#include "widgets/doctor/doctorview.h"
#include "widgets/doctor/examinebox.h"

#include <QVBoxLayout>

namespace sightglass {

DoctorPage::DoctorPage(Workspace *workspace, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_session(new DoctorSession(workspace, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

DoctorPage::~DoctorPage() = default;

DoctorView *DoctorPage::view()
{
    if (m_view != nullptr)
        return m_view;
    m_view = new DoctorView(m_workspace->queryPool(), m_theme, this);
    layout()->addWidget(m_view);
    connectView();
    connectSession();
    m_session->start();
    return m_view;
}

void DoctorPage::connectView()
{
    connect(m_view, &DoctorView::sourceChosen, m_session, &DoctorSession::choose);
    connect(m_view, &DoctorView::followToggled, m_session, &DoctorSession::setFollowing);
    connect(m_view, &DoctorView::approvalChanged, m_session, &DoctorSession::setApproved);
    connect(m_view, &DoctorView::textGiven, m_session, &DoctorSession::examineText);
    connect(m_view, &DoctorView::fileGiven, m_session, &DoctorSession::examineFile);
    connect(m_view, &DoctorView::examineTextRequested, this, &DoctorPage::askForText);
}

void DoctorPage::connectSession()
{
    connect(m_session, &DoctorSession::began, this, &DoctorPage::showBeginning);
    connect(m_session, &DoctorSession::examined, m_view, &DoctorView::showExamination);
    connect(m_session, &DoctorSession::approvalsChanged, m_view, &DoctorView::setApproved);
    connect(m_session, &DoctorSession::noticeChanged, m_view, &DoctorView::setNotice);
    connect(m_session, &DoctorSession::textRefused, this, &DoctorPage::showProblem);
    connect(m_session, &DoctorSession::sourcesChanged, m_view,
            [this] { m_view->setSources(m_session->sources(), m_session->current()); });
    connect(m_session, &DoctorSession::followingChanged, m_view, [this](bool following) {
        m_view->setFollowing(following ? DoctorHeader::Following::On : DoctorHeader::Following::Off);
    });
}

void DoctorPage::showBeginning(DoctorSession::Subject subject)
{
    switch (subject) {
    case DoctorSession::Subject::Text:
        return m_view->begin(tr("Examining…"), DoctorHeader::Following::Impossible);
    case DoctorSession::Subject::Target:
        return m_view->begin(tr("Waiting for the next scrape"), DoctorHeader::Following::On);
    case DoctorSession::Subject::Nothing:
        break;
    }
    m_view->begin({}, DoctorHeader::Following::Impossible);
    m_view->showExamineBox();
}

void DoctorPage::showProblem(const QString &problem)
{
    m_view->showExamineBox();
    m_view->examineBox()->setProblem(problem);
}

void DoctorPage::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_view != nullptr)
        m_view->setTheme(theme);
}

void DoctorPage::setActive(bool active, const QString &firstTarget)
{
    if (active && m_view == nullptr) {
        static_cast<void>(view()); // what listens to the session
        m_session->chooseWorst(firstTarget);
    }
    m_session->setActive(active);
}

void DoctorPage::examineTarget(const QString &targetId)
{
    const DoctorView *shown = view();
    // Who looks at it already is not to lose their place.
    if (targetId != m_session->current() || shown->isAskingForText())
        m_session->choose(targetId);
}

void DoctorPage::askForText()
{
    view()->showExamineBox();
}

void DoctorPage::examineText(const QString &text)
{
    static_cast<void>(view()); // what listens to the session
    m_session->examineText(text);
}

void DoctorPage::examineFile(const QString &fileName)
{
    static_cast<void>(view()); // what listens to the session
    m_session->examineFile(fileName);
}

} // namespace sightglass
