// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/doctorview.h"

#include "widgets/doctor/browsepane.h"
#include "widgets/doctor/cardinalitypane.h"
#include "widgets/doctor/examinebox.h"
#include "widgets/doctor/findingpane.h"
#include "widgets/doctor/payloadpane.h"

#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace sightglass {

namespace {

constexpr int leastColumn = 160; ///< logical pixels

} // namespace

DoctorView::DoctorView(std::shared_ptr<QueryPool> pool, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_header(new DoctorHeader(theme, this))
    , m_findings(new FindingPane(theme, this))
    , m_payload(new PayloadPane(std::move(pool), theme, this))
    , m_browser(new BrowsePane(theme, this))
    , m_cardinality(new CardinalityPane(theme, this))
    , m_examineBox(new ExamineBox(theme, this))
{
    build();
    connectParts();
    applyTheme();
}

void DoctorView::build()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("doctorTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_payload, tr("Page"));
    m_tabs->addTab(m_browser, tr("Metrics"));
    m_tabs->addTab(m_cardinality, tr("Cardinality"));
    auto *columns = new QSplitter(Qt::Horizontal, this);
    columns->addWidget(m_findings);
    columns->addWidget(m_tabs);
    columns->setStretchFactor(1, 1);
    columns->setSizes({430, 900});
    columns->setChildrenCollapsible(false);
    // In a narrow window both give way: what they say is scrolled or cut, and the splitter makes room.
    m_findings->setMinimumWidth(leastColumn);
    m_tabs->setMinimumWidth(leastColumn);
    m_body = columns;
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_body);
    m_stack->addWidget(m_examineBox);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
}

void DoctorView::connectParts()
{
    connect(m_header, &DoctorHeader::sourceChosen, this, &DoctorView::sourceChosen);
    connect(m_header, &DoctorHeader::followToggled, this, &DoctorView::followToggled);
    connect(m_header, &DoctorHeader::newerRequested, this, &DoctorView::showNewer);
    connect(m_header, &DoctorHeader::examineTextRequested, this, &DoctorView::examineTextRequested);
    connect(m_examineBox, &ExamineBox::textGiven, this, &DoctorView::textGiven);
    connect(m_examineBox, &ExamineBox::fileGiven, this, &DoctorView::fileGiven);
    connect(m_examineBox, &ExamineBox::dismissed, this, [this] {
        m_stack->setCurrentWidget(m_body);
        showDiagnosis();
    });
    connect(m_findings, &FindingPane::approvalChanged, this, &DoctorView::approvalChanged);
    connect(m_findings, &FindingPane::findingChosen, this, [this](const PageFinding &finding) {
        if (const auto place = m_shown->placeOf(finding))
            goTo(*place);
        else
            m_payload->markPlace(std::nullopt);
    });
    connect(m_browser, &BrowsePane::placeRequested, this, &DoctorView::goTo);
    connect(m_cardinality, &CardinalityPane::familyChosen, this,
            [this](std::size_t family) { goTo(m_shown->placeOf(m_shown->page().families[family])); });
    const auto showWhenDone = [this] {
        if (m_newer != nullptr && !isInUse())
            showNewer();
    };
    connect(m_payload, &PayloadPane::useChanged, this, showWhenDone);
    connect(m_browser, &BrowsePane::useChanged, this, showWhenDone);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_tabs->setCurrentWidget(m_payload);
        m_payload->focusSearch();
    });
}

void DoctorView::setTheme(const Theme &theme)
{
    m_theme = theme;
    applyTheme();
    m_header->setTheme(theme);
    m_findings->setTheme(theme);
    m_payload->setTheme(theme);
    m_browser->setTheme(theme);
    m_cardinality->setTheme(theme);
    m_examineBox->setTheme(theme);
}

void DoctorView::applyTheme()
{
    setPalette(m_theme.palette());
    setStyleSheet(
        QStringLiteral("QPushButton,QToolButton[segment=\"true\"]{background:%1;color:%2;"
                       "border:1px solid %3;border-radius:4px;padding:4px 12px}"
                       "QToolButton[segment=\"true\"]{padding:4px 8px}"
                       "QPushButton:hover,QToolButton[segment=\"true\"]:hover,"
                       "QPushButton:focus,QToolButton[segment=\"true\"]:focus{border-color:%4}"
                       "QPushButton:pressed{background:%3}"
                       "QToolButton[segment=\"true\"]:checked{background:%4;color:%5;border-color:%4}"
                       "QToolButton#doctorFollow:checked{background:%1;color:%4;border-color:%4}"
                       "#doctorNewer{color:%4;border-color:%4}"
                       "QLineEdit{background:%6;color:%2;border:1px solid %3;border-radius:4px;"
                       "padding:3px 6px}"
                       "QLineEdit:focus{border-color:%4}"
                       "QSplitter::handle{background:%3}"
                       "QSplitter::handle:horizontal{width:1px}QSplitter::handle:vertical{height:1px}")
            .arg(m_theme.surfaceRaised.name(), m_theme.text.name(), m_theme.border.name(),
                 m_theme.accent.name(), m_theme.window.name(), m_theme.surface.name()));
}

void DoctorView::setSources(const std::vector<DoctorSource> &sources, const QString &current)
{
    m_header->setSources(sources, current);
    m_findings->setSource({});
    for (const DoctorSource &source : sources) {
        if (source.id == current)
            m_findings->setSource(source.address.isEmpty() ? source.name : source.address);
    }
}

void DoctorView::begin(const QString &waiting, DoctorHeader::Following following)
{
    display(nullptr);
    m_header->showSummary(nullptr, waiting);
    setFollowing(following);
    m_stack->setCurrentWidget(m_body);
}

void DoctorView::setFollowing(DoctorHeader::Following following)
{
    m_header->setFollowing(following);
}

void DoctorView::setNotice(const QString &notice)
{
    m_header->setNotice(notice);
}

void DoctorView::showExamineBox()
{
    m_examineBox->setProblem({});
    m_examineBox->setDismissible(m_shown != nullptr);
    m_stack->setCurrentWidget(m_examineBox);
    m_examineBox->setFocus();
    showDiagnosis();
}

bool DoctorView::isAskingForText() const
{
    return m_stack->currentWidget() == m_examineBox;
}

bool DoctorView::isInUse() const
{
    return m_payload->isInUse() || m_browser->isInUse();
}

void DoctorView::showExamination(const std::shared_ptr<const PageExamination> &examination)
{
    if (m_shown != nullptr && isInUse()) {
        m_newer = examination;
        m_header->setNewer(true);
        return;
    }
    display(examination);
}

void DoctorView::showNewer()
{
    if (m_newer != nullptr)
        display(std::exchange(m_newer, nullptr));
}

void DoctorView::display(const std::shared_ptr<const PageExamination> &examination)
{
    m_newer = nullptr;
    m_header->setNewer(false);
    // The page before lives until nobody looks into it any more.
    const std::shared_ptr<const PageExamination> before = std::exchange(m_shown, examination);
    m_payload->setExamination(examination);
    m_browser->setExamination(examination);
    m_cardinality->setExamination(examination);
    showDiagnosis();
}

void DoctorView::showDiagnosis()
{
    if (m_shown == nullptr) {
        m_findings->setDiagnosis(nullptr, {});
        return;
    }
    auto diagnosis = std::make_shared<Diagnosis>(m_shown->diagnosis());
    markApproved(*diagnosis, m_approved);
    const DoctorSummary summary = doctorSummary(*m_shown, *diagnosis);
    // Whoever is asked for another text does not read the verdict on this one.
    m_header->showSummary(m_stack->currentWidget() == m_body ? &summary : nullptr);
    m_payload->setDiagnosis(*diagnosis);
    const bool hadCurrent = m_findings->current() != nullptr;
    m_findings->setDiagnosis(diagnosis, m_shown->page().textBody());
    const PageFinding *current = m_findings->current();
    if (current != nullptr && hadCurrent)
        m_payload->markPlace(m_shown->placeOf(*current));
    else if (current != nullptr)
        m_payload->showPlace(m_shown->placeOf(*current));
}

void DoctorView::setApproved(const ApprovedFindings &approved)
{
    m_approved = approved;
    showDiagnosis();
}

void DoctorView::goTo(SourceSpan place)
{
    m_tabs->setCurrentWidget(m_payload);
    m_payload->showPlace(place);
}

} // namespace sightglass
