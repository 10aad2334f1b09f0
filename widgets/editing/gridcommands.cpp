// SPDX-License-Identifier: GPL-3.0-or-later
// What menus and keys ask of a GridEditor.
#include "model/editing/dashboardediting.h"
#include "model/editing/panelclipboard.h"
#include "model/editing/panelsections.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "widgets/editing/grideditor.h"
#include "widgets/editing/rowrename.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/rowheading.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>

#include <span>
#include <utility>

namespace sightglass {

namespace {

const QString clipboardType = QString::fromLatin1(panelClipboardType.data(), panelClipboardType.size());

} // namespace

void GridEditor::perform(PanelCommand command, const std::string &id)
{
    if (command == PanelCommand::Copy)
        return copy(id);
    if (command == PanelCommand::Alert) {
        if (const int index = m_view->indexOf(id); index >= 0)
            emit alertRequested(m_view->spec().panels[static_cast<std::size_t>(index)]);
        return;
    }
    // A copy of the dashboard may call the panel otherwise, at the same place in the list.
    const int index = m_view->indexOf(id);
    if (index < 0 || !startEditing())
        return;
    m_document->endGesture();
    const DashboardSpec &spec = m_document->spec();
    const std::vector<PanelSpec> &shown = m_view->spec().panels;
    const bool same = !isCopy(id) || static_cast<std::size_t>(index) >= shown.size();
    const std::string panel = same ? id : shown[static_cast<std::size_t>(index)].id;
    if (isCopy(panel))
        return tellOfCopy(panel);
    switch (command) {
    case PanelCommand::Edit:
        emit panelEditRequested(panel);
        break;
    case PanelCommand::Duplicate:
        apply(panelDuplicated(spec, panel));
        break;
    case PanelCommand::Cut:
        copy(panel);
        apply(panelRemoved(spec, panel));
        break;
    case PanelCommand::Remove:
        apply(panelRemoved(spec, panel));
        break;
    case PanelCommand::Copy:
    case PanelCommand::Alert:
        break;
    }
}

void GridEditor::copy(const std::string &id)
{
    const DashboardSpec &spec = m_document ? m_document->spec() : m_view->spec();
    const auto index = panelIndex(spec.panels, isCopy(id) ? copiedOf(id) : id);
    if (!index)
        return;
    const bool row = spec.panels[*index].type() == PanelType::Row;
    const std::size_t end = row ? endOfRow(spec.panels, *index) : *index + 1;
    const std::span<const PanelSpec> panels(spec.panels.data() + *index, end - *index);
    auto *data = new QMimeData;
    data->setData(clipboardType, QByteArray::fromStdString(panelText(panels, FileFor::Sightglass)));
    data->setText(QString::fromStdString(panelText(panels, FileFor::Grafana)));
    QApplication::clipboard()->setMimeData(data);
    const QString title = displayText(std::string_view(spec.panels[*index].title), 60);
    emit told(tr("Copied “%1”. Ctrl+V puts it into a dashboard that is edited, here or in Grafana as JSON.")
                  .arg(title),
              false);
}

void GridEditor::paste()
{
    if (const QMimeData *data = QApplication::clipboard()->mimeData())
        paste(*data);
}

void GridEditor::paste(const QMimeData &data)
{
    if (!startEditing())
        return;
    const QByteArray text = data.hasFormat(clipboardType) ? data.data(clipboardType) : data.text().toUtf8();
    auto panels = panelsFromText({text.constData(), static_cast<std::size_t>(text.size())});
    if (!panels) {
        emit told(tr("The clipboard holds no panel: %1").arg(errorText(panels.error())), true);
        return;
    }
    apply(panelsPasted(m_document->spec(), std::move(*panels), firstSeenRow()));
}

void GridEditor::add(const PanelSpec &panel)
{
    if (startEditing())
        apply(panelAdded(m_document->spec(), panel, firstSeenRow()));
}

void GridEditor::addRow()
{
    if (!startEditing())
        return;
    const int bottom = bottomOf(shownPlaces(m_document->spec().panels));
    apply(rowAdded(m_document->spec(), tr("New row").toStdString(), bottom));
    startRenaming(m_document->panel());
}

void GridEditor::removeRowWithPanels(const std::string &id)
{
    if (startEditing())
        apply(panelRemoved(m_document->spec(), id, RowPanels::RemoveToo));
}

void GridEditor::startRenaming(const std::string &id)
{
    const int index = m_view->indexOf(id);
    RowHeading *heading = index >= 0 && m_document ? m_view->heading(index) : nullptr;
    if (heading == nullptr)
        return;
    const auto source = panelIndex(m_document->spec().panels, id);
    if (!source)
        return tellOfCopy(id);
    const std::string title = m_document->spec().panels[*source].title;
    auto *field = new RowRename(QString::fromStdString(title), heading);
    connect(field, &RowRename::renamed, this, [this, id](const QString &text) {
        if (m_document)
            apply(rowRenamed(m_document->spec(), id, text.toStdString()));
    });
}

void GridEditor::undo()
{
    if (m_document)
        m_document->undo();
}

void GridEditor::redo()
{
    if (m_document)
        m_document->redo();
}

void GridEditor::showHeadingMenu(RowHeading *heading, QPoint global)
{
    const std::string id = heading->spec().id;
    if (isCopy(id))
        return tellOfCopy(id);
    auto *menu = new QMenu(heading);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto addAction = [this, menu](const QString &text, const auto &call) {
        connect(menu->addAction(text), &QAction::triggered, this, call);
    };
    addAction(tr("Re&name"), [this, id] { startRenaming(id); });
    addRepeats(menu->addMenu(tr("Repeat &for each value of")), id);
    addAction(tr("D&uplicate with its panels"), [this, id] { perform(PanelCommand::Duplicate, id); });
    addAction(tr("&Copy with its panels"), [this, id] { perform(PanelCommand::Copy, id); });
    addAction(tr("Remove the &heading"), [this, id] { perform(PanelCommand::Remove, id); });
    addAction(tr("&Remove with its panels"), [this, id] { removeRowWithPanels(id); });
    menu->popup(global);
}

/// The variables that a row can be repeated for.
void GridEditor::addRepeats(QMenu *menu, const std::string &id)
{
    const DashboardSpec &dashboard = m_document->spec();
    const auto index = panelIndex(dashboard.panels, id);
    if (!index)
        return;
    const std::string chosen = dashboard.panels[*index].repeat.variable;
    const auto add = [&](const QString &text, const std::string &variable) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(variable == chosen);
        connect(action, &QAction::triggered, this, [this, id, variable] {
            const auto at = m_document ? panelIndex(m_document->spec().panels, id) : std::nullopt;
            if (!at)
                return;
            PanelSpec row = m_document->spec().panels[*at];
            row.repeat = PanelRepeat();
            row.repeat.variable = variable;
            apply(panelChanged(m_document->spec(), row));
        });
    };
    add(tr("None"), {});
    for (const VariableSpec &variable : dashboard.variables)
        add(u'$' + displayText(std::string_view(variable.name), 60), variable.name);
}

} // namespace sightglass
