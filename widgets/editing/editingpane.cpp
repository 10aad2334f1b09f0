// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/editingpane.h"

#include "model/editing/dashboardediting.h"
#include "widgets/editing/editbar.h"
#include "widgets/editing/paneleditor.h"
#include "widgets/views/dashboardview.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace sightglass {

EditingPane::EditingPane(DashboardView *view, EditingContext context, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_context(std::move(context))
    , m_theme(theme)
    , m_view(view)
    , m_grid(new GridEditor(view))
    , m_bar(new EditBar(this))
    , m_stack(new QStackedWidget(this))
    , m_invitation(new QWidget(view->viewport()))
{
    buildInvitation();
    m_stack->addWidget(view);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_bar);
    box->addWidget(m_stack, 1);
    m_bar->hide();
    connect(m_grid, &GridEditor::editingRequested, this, &EditingPane::editingRequested);
    connect(m_grid, &GridEditor::alertRequested, this, &EditingPane::alertRequested);
    connect(m_grid, &GridEditor::told, this, &EditingPane::told);
    connect(m_grid, &GridEditor::panelEditRequested, this, &EditingPane::editPanel);
    connect(m_bar, &EditBar::told, this, &EditingPane::told);
    connect(m_bar, &EditBar::addPanelRequested, this, &EditingPane::showAddPage);
    connect(m_bar, &EditBar::addRowRequested, m_grid, &GridEditor::addRow);
    connect(m_bar, &EditBar::settingsRequested, this, &EditingPane::showSettings);
    connect(m_bar, &EditBar::doneRequested, this, &EditingPane::editingEnded);
}

EditingPane::~EditingPane() = default;

void EditingPane::buildInvitation()
{
    auto *box = new QVBoxLayout(m_invitation);
    auto *text = new QLabel(tr("This dashboard is empty."), m_invitation);
    auto *add = new QPushButton(tr("Add a panel"), m_invitation);
    auto *variables = new QPushButton(tr("Add variables"), m_invitation);
    text->setAlignment(Qt::AlignCenter);
    text->setForegroundRole(QPalette::PlaceholderText);
    add->setToolTip(tr("From a metric, a query or a picture"));
    add->setObjectName(QStringLiteral("inviteToAdd"));
    box->addWidget(text);
    box->addWidget(add);
    box->addWidget(variables);
    connect(add, &QPushButton::clicked, this, &EditingPane::showAddPage);
    connect(variables, &QPushButton::clicked, this, [this] {
        showSettings();
        if (m_settings)
            m_settings->showSection(DashboardSettingsPage::Section::Variables);
    });
    m_invitation->hide();
    m_view->viewport()->installEventFilter(this);
}

void EditingPane::showInvitation()
{
    const bool empty = document() != nullptr && document()->spec().panels.empty();
    m_invitation->setVisible(empty);
    if (!empty)
        return;
    m_invitation->adjustSize();
    m_invitation->move(m_view->viewport()->rect().center() - m_invitation->rect().center());
    m_invitation->raise();
}

bool EditingPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        showInvitation();
    return QWidget::eventFilter(watched, event);
}

void EditingPane::setDocument(DashboardDocument *document)
{
    if (document == m_grid->document())
        return;
    showGrid();
    m_bar->setDocument(document);
    m_grid->setDocument(document);
    m_bar->setVisible(document != nullptr);
    if (document != nullptr)
        connect(document, &DashboardDocument::changed, this, &EditingPane::showInvitation);
    showInvitation();
}

void EditingPane::setPresenters(GridEditor::Presenter dashboard, PanelPreview::Presenter panel)
{
    m_panelPresenter = std::move(panel);
    if (m_editor)
        m_editor->setPresenter(m_panelPresenter);
    m_grid->setPresenter(std::move(dashboard));
}

void EditingPane::setContext(const EditingContext &context)
{
    m_context = context;
}

PanelEditor *EditingPane::panelEditor() const
{
    return m_editor;
}

AddPanelPage *EditingPane::addPage() const
{
    return m_add;
}

DashboardSettingsPage *EditingPane::settingsPage() const
{
    return m_settings;
}

bool EditingPane::event(QEvent *event)
{
    // Space presses buttons and ticks boxes here, though it is the window's elsewhere.
    const bool overrides = event->type() == QEvent::ShortcutOverride;
    if (overrides && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space &&
        m_stack->currentWidget() != m_view)
        event->accept();
    return QWidget::event(event);
}

// ---- what is shown

void EditingPane::showGrid()
{
    m_stack->setCurrentWidget(m_view);
    // They may be what asked for this.
    if (m_editor)
        m_editor->deleteLater();
    if (m_add)
        m_add->deleteLater();
    if (m_settings)
        m_settings->deleteLater();
    m_settings.clear();
    m_editor.clear();
    m_add.clear();
    m_isNew = false;
    m_bar->setEnabled(true);
}

void EditingPane::showAddPage()
{
    if (m_grid->document() == nullptr)
        emit editingRequested();
    if (m_grid->document() == nullptr || m_add)
        return;
    showGrid();
    m_add = new AddPanelPage(m_context, m_theme, this);
    connect(m_add, &AddPanelPage::cancelled, this, &EditingPane::showGrid);
    connect(m_add, &AddPanelPage::chosen, this, [this](const PanelSpec &panel, AddPanelPage::Next next) {
        showGrid();
        if (next == AddPanelPage::Next::Done) {
            m_grid->add(panel);
        } else {
            m_isNew = true;
            openEditor(panel);
        }
    });
    m_stack->addWidget(m_add);
    m_stack->setCurrentWidget(m_add);
    m_add->start();
}

void EditingPane::showSettings()
{
    if (m_grid->document() == nullptr)
        emit editingRequested();
    if (m_grid->document() == nullptr)
        return;
    const bool isOpen = m_settings != nullptr;
    showGrid();
    if (isOpen)
        return;
    m_settings = new DashboardSettingsPage(m_grid->document(), m_context, m_theme, this);
    connect(m_settings, &DashboardSettingsPage::closed, this, &EditingPane::showGrid);
    m_settings->refresh(m_question);
    m_stack->addWidget(m_settings);
    m_stack->setCurrentWidget(m_settings);
    m_settings->setFocus(Qt::OtherFocusReason);
}

void EditingPane::add(const PanelSpec &panel)
{
    showGrid();
    m_grid->add(panel);
}

void EditingPane::editPanel(const std::string &id)
{
    if (m_grid->document() == nullptr)
        return;
    const DashboardSpec &spec = m_grid->document()->spec();
    const auto index = panelIndex(spec.panels, id);
    if (!index)
        return;
    const PanelSpec &panel = spec.panels[*index];
    if (panel.type() == PanelType::Row)
        return m_grid->startRenaming(id);
    if (panel.type() == PanelType::Foreign) {
        emit told(tr("Panels that are not drawn here can be moved and removed, but not edited."), false);
        return;
    }
    showGrid();
    openEditor(panel);
}

void EditingPane::openEditor(const PanelSpec &panel)
{
    m_editor = new PanelEditor(m_context, m_theme, this);
    connect(m_editor, &PanelEditor::applied, this, &EditingPane::takePanel);
    connect(m_editor, &PanelEditor::discarded, this, &EditingPane::showGrid);
    m_editor->setColorBook(m_view->colorBook());
    m_editor->setPresenter(m_panelPresenter);
    if (m_zone)
        m_editor->setTimeZone(*m_zone);
    m_editor->setVariables(m_grid->document()->spec().variables);
    m_editor->setPanel(panel);
    if (m_time)
        m_editor->setShownTime(*m_time);
    m_editor->refresh(m_question);
    m_stack->addWidget(m_editor);
    m_stack->setCurrentWidget(m_editor);
    m_bar->setEnabled(false);
    m_editor->setFocus(Qt::OtherFocusReason);
}

void EditingPane::takePanel(const PanelSpec &panel)
{
    const bool isNew = m_isNew;
    const PanelSpec taken = panel; // the editor goes
    showGrid();
    if (m_grid->document() == nullptr)
        return;
    if (isNew) {
        m_grid->add(taken);
        return;
    }
    // It may have been moved or removed meanwhile, by what came from disk.
    const auto index = panelIndex(m_grid->document()->spec().panels, taken.id);
    if (!index) {
        m_grid->add(taken);
        return;
    }
    PanelSpec placed = taken;
    placed.grid = m_grid->document()->spec().panels[*index].grid;
    m_grid->document()->apply(panelChanged(m_grid->document()->spec(), placed));
}

// ---- the world around

void EditingPane::refresh(const DashboardFeed::Question &question)
{
    m_question = question;
    if (m_editor)
        m_editor->refresh(question);
    if (m_settings)
        m_settings->refresh(question);
}

void EditingPane::setShownTime(const PanelTime &time)
{
    m_time = time;
    if (m_editor)
        m_editor->setShownTime(time);
}

void EditingPane::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_editor)
        m_editor->setTheme(theme);
    if (m_add)
        m_add->setTheme(theme);
    if (m_settings)
        m_settings->setTheme(theme);
}

void EditingPane::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (m_editor)
        m_editor->setTimeZone(zone);
}

} // namespace sightglass
