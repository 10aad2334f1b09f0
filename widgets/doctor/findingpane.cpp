// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/findingpane.h"

#include "model/presentation/numbertext.h"
#include "model/presentation/pagefindingtext.h"
#include "widgets/doctor/doctorstyle.h"
#include "widgets/doctor/findingdelegate.h"
#include "widgets/doctor/findingdetail.h"
#include "widgets/style/stylesheets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace sightglass {

FindingPane::FindingPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new PageFindingModel(this))
    , m_delegate(new FindingDelegate(theme, this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_empty(new QLabel(this))
    , m_omitted(new QLabel(this))
    , m_detail(new FindingDetail(theme))
    , m_detailArea(new QScrollArea(this))
{
    m_detailArea->setObjectName(QStringLiteral("findingDetailArea"));
    m_detailArea->setWidget(m_detail);
    m_detailArea->setWidgetResizable(true);
    m_detailArea->setFrameShape(QFrame::NoFrame);
    m_detailArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detailArea->setFocusPolicy(Qt::NoFocus);
    m_detailArea->hide();
    m_list->setObjectName(QStringLiteral("pageFindings"));
    m_list->setAccessibleName(tr("Findings"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    for (QLabel *label : {m_empty, m_omitted}) {
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setMargin(8);
        label->setWordWrap(true);
        label->hide();
    }
    m_empty->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createBar());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_omitted);
    layout->addWidget(m_detailArea);
    connect(m_search, &QLineEdit::textChanged, this, &FindingPane::updateFilter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingPane::showCurrent);
    // A click on the finding that is current already goes to its place again.
    connect(m_list, &QListView::clicked, this, &FindingPane::showCurrent);
    connect(m_list, &QWidget::customContextMenuRequested, this, &FindingPane::openMenu);
    connect(m_detail, &FindingDetail::approvalToggled, this, &FindingPane::toggleApproval);
    connect(m_detail, &FindingDetail::copyRequested, this, &FindingPane::copyCurrent);
    setTheme(theme);
    updateCounts();
}

QWidget *FindingPane::createBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(6);
    m_search->setObjectName(QStringLiteral("findingSearch"));
    m_search->setPlaceholderText(tr("Filter findings"));
    m_search->setAccessibleName(tr("Filter findings"));
    m_search->setClearButtonEnabled(true);
    layout->addWidget(m_search);
    m_rejected = addToggle("showRejected", true);
    m_rejected->setToolTip(tr("What Prometheus refuses: up is 0"));
    m_wrong = addToggle("showWrong", true);
    m_wrong->setToolTip(tr("What Prometheus takes although it is wrong"));
    m_advice = addToggle("showAdvice", true);
    m_advice->setToolTip(tr("What could be better"));
    m_approved = addToggle("showApproved", false);
    m_approved->setToolTip(tr("Findings that somebody approved: they are to stay"));
    auto *toggles = new QHBoxLayout;
    toggles->setSpacing(4);
    for (QToolButton *button : {m_rejected, m_wrong, m_advice, m_approved})
        toggles->addWidget(button);
    toggles->addStretch(1);
    layout->addLayout(toggles);
    return bar;
}

QToolButton *FindingPane::addToggle(const char *name, bool checked)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setCheckable(true);
    button->setChecked(checked);
    button->setProperty("severityToggle", true);
    connect(button, &QToolButton::toggled, this, &FindingPane::updateFilter);
    return button;
}

void FindingPane::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_delegate->setTheme(theme);
    m_detail->setTheme(theme);
    m_detailArea->setStyleSheet(QStringLiteral("#findingDetailArea{background:transparent}") +
                                slimScrollBars(theme));
    m_list->setStyleSheet(QStringLiteral("QListView{background:%1;border:0}").arg(theme.surface.name()) +
                          slimScrollBars(theme));
    const auto toggle = [&theme](QToolButton *button, const QColor &color) {
        button->setStyleSheet(
            QStringLiteral("QToolButton{border:1px solid %1;border-radius:9px;padding:1px 8px;color:%2;"
                           "background:transparent}"
                           "QToolButton:checked{border-color:%3;color:%3}"
                           "QToolButton:hover,QToolButton:focus{background:%4}")
                .arg(theme.border.name(), theme.textMuted.name(), color.name(), theme.surfaceRaised.name()));
    };
    toggle(m_rejected, severityColor(DiagnosticSeverity::Rejected, theme));
    toggle(m_wrong, severityColor(DiagnosticSeverity::Wrong, theme));
    toggle(m_advice, severityColor(DiagnosticSeverity::Advice, theme));
    toggle(m_approved, theme.text);
    m_list->viewport()->update();
}

void FindingPane::setDiagnosis(const std::shared_ptr<const Diagnosis> &diagnosis, std::string_view body)
{
    std::optional<PageFinding> before;
    if (const PageFinding *finding = current())
        before = *finding;
    const int scrolled = m_list->verticalScrollBar()->value();
    m_body = body;
    m_restoring = true;
    m_model->setDiagnosis(diagnosis);
    const PageFinding *first = m_model->finding(0);
    if (before)
        setCurrentRow(m_model->rowLike(*before));
    else if (first != nullptr && first->severity() == DiagnosticSeverity::Rejected)
        setCurrentRow(0); // why Prometheus refuses the page is what everybody wants to know first
    m_restoring = false;
    m_list->verticalScrollBar()->setValue(scrolled);
    showDetail();
    updateCounts();
}

void FindingPane::setCurrentRow(int row)
{
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
}

void FindingPane::updateFilter()
{
    PageFindingModel::Filter filter;
    filter.text = m_search->text().trimmed();
    filter.rejected = m_rejected->isChecked();
    filter.wrong = m_wrong->isChecked();
    filter.advice = m_advice->isChecked();
    filter.approved = m_approved->isChecked();
    std::optional<PageFinding> before;
    if (const PageFinding *finding = current())
        before = *finding;
    m_restoring = true;
    m_model->setFilter(filter);
    setCurrentRow(before ? m_model->rowLike(*before) : -1);
    m_restoring = false;
    showDetail();
    updateCounts();
}

void FindingPane::updateCounts()
{
    const auto say = [this](QToolButton *button, DiagnosticSeverity severity) {
        button->setText(
            QStringLiteral("%1 %2").arg(countText(m_model->count(severity)), severityText(severity)));
    };
    say(m_rejected, DiagnosticSeverity::Rejected);
    say(m_wrong, DiagnosticSeverity::Wrong);
    say(m_advice, DiagnosticSeverity::Advice);
    m_approved->setText(tr("%1 approved").arg(countText(m_model->approvedCount())));
    const bool none = m_model->rowCount() == 0;
    const std::size_t all = m_model->count(DiagnosticSeverity::Rejected) +
                            m_model->count(DiagnosticSeverity::Wrong) +
                            m_model->count(DiagnosticSeverity::Advice) + m_model->approvedCount();
    m_list->setVisible(!none);
    m_empty->setVisible(none);
    if (!m_model->hasDiagnosis())
        m_empty->clear();
    else
        m_empty->setText(all == 0 ? tr("Nothing to complain about")
                                  : tr("The filter and approvals leave none of %1").arg(countText(all)));
    m_omitted->setVisible(!m_model->omittedText().isEmpty());
    m_omitted->setText(tr("More of these are not listed: %1").arg(m_model->omittedText()));
}

const PageFinding *FindingPane::current() const
{
    return m_model->finding(m_list->currentIndex().row());
}

void FindingPane::showCurrent()
{
    const PageFinding *finding = current();
    if (m_restoring)
        return;
    showDetail();
    m_detailArea->verticalScrollBar()->setValue(0);
    if (finding != nullptr)
        emit findingChosen(*finding);
}

/// As high as it is, but the list keeps its part.
void FindingPane::showDetail()
{
    m_detail->setFinding(current(), m_body);
    m_detailArea->setVisible(current() != nullptr);
    if (current() == nullptr)
        return;
    m_detail->layout()->activate();
    const int wanted = m_detail->heightForWidth(width());
    m_detailArea->setFixedHeight(std::min(wanted, height() * 3 / 5));
}

void FindingPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showDetail();
}

void FindingPane::setApprovedShown(bool shown)
{
    m_approved->setChecked(shown);
}

void FindingPane::toggleApproval()
{
    const PageFinding *finding = current();
    if (finding == nullptr)
        return;
    const int row = m_list->currentIndex().row();
    emit approvalChanged(keyOf(*finding), !finding->approved);
    // The approved one may be gone from the list: the next one is what the user goes on with.
    if (current() == nullptr && m_model->rowCount() > 0) {
        setCurrentRow(std::min(row, m_model->rowCount() - 1));
        m_list->setFocus();
    }
}

void FindingPane::copyCurrent() const
{
    if (const PageFinding *finding = current())
        QGuiApplication::clipboard()->setText(pageFindingReport(*finding, m_source, m_body));
}

void FindingPane::openMenu(const QPoint &position)
{
    const PageFinding *finding = current();
    if (finding == nullptr)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(finding->approved ? tr("&Withdraw approval") : tr("&Approve"), this,
                    &FindingPane::toggleApproval);
    menu->addAction(tr("&Copy"), this, &FindingPane::copyCurrent);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool FindingPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Copy)) {
        copyCurrent();
        return true;
    }
    if (key->key() == Qt::Key_A && key->modifiers() == Qt::NoModifier) {
        toggleApproval();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sightglass
