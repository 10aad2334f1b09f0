// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/editbar.h"

#include "model/presentation/displaytext.h"
#include "widgets/views/foldingbar.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace sightglass {

EditBar::EditBar(QWidget *parent)
    : QWidget(parent)
    , m_state(new QLabel(this))
    , m_conflict(new QWidget(this))
{
    auto *row = new FoldingBar(this);
    row->setSpace({8, 3, 8, 3}, 4);
    const auto put = [this, row](const QString &text, const QString &tip, const char *name, int order = 0) {
        QToolButton *button = addButton(text, tip, name);
        if (order > 0)
            row->addFolding(button, order);
        else
            row->addWidget(button);
        return button;
    };
    connect(put(tr("Add panel"), tr("From a metric, a query or a picture"), "addPanel"),
            &QToolButton::clicked, this, &EditBar::addPanelRequested);
    connect(put(tr("Add row"), tr("A heading for panels, which can be folded"), "addRow", 2),
            &QToolButton::clicked, this, &EditBar::addRowRequested);
    connect(put(tr("Settings"), tr("Variables, annotations, links, title and times of the dashboard"),
                "settings", 1),
            &QToolButton::clicked, this, &EditBar::settingsRequested);
    row->addSpacing(10);
    m_undo = put(QStringLiteral("↶"), tr("Undo (Ctrl+Z)"), "undo");
    m_redo = put(QStringLiteral("↷"), tr("Redo (Ctrl+Shift+Z)"), "redo");
    row->addSpacing(10);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_state, 1);
    m_revert = put(tr("Revert"), tr("Back to what the file says; can be undone"), "revert", 3);
    m_save = put(tr("Save"), tr("Write the dashboard's file"), "save");
    m_save->setPopupMode(QToolButton::MenuButtonPopup);
    auto *menu = new QMenu(m_save);
    connect(menu->addAction(tr("Save &as…")), &QAction::triggered, this, &EditBar::saveAs);
    m_save->setMenu(menu);
    connect(put(tr("Done"), tr("End editing"), "done"), &QToolButton::clicked, this, &EditBar::doneRequested);
    connect(m_save, &QToolButton::clicked, this, &EditBar::save);
    const auto onDocument = [this](auto call) {
        return [this, call] {
            if (m_document)
                call(*m_document);
        };
    };
    connect(m_undo, &QToolButton::clicked, this, onDocument([](DashboardDocument &d) { d.undo(); }));
    connect(m_redo, &QToolButton::clicked, this, onDocument([](DashboardDocument &d) { d.redo(); }));
    connect(m_revert, &QToolButton::clicked, this, onDocument([](DashboardDocument &d) { d.revert(); }));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(row);
    buildConflict();
    box->addWidget(m_conflict);
    setAccessibleName(tr("Editing"));
}

QToolButton *EditBar::addButton(const QString &text, const QString &tip, const char *name)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text.size() > 1 ? text : tip);
    button->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void EditBar::buildConflict()
{
    auto *row = new QHBoxLayout(m_conflict);
    row->setContentsMargins(8, 3, 8, 3);
    m_conflictText = new QLabel(m_conflict);
    m_conflictText->setTextFormat(Qt::PlainText);
    m_conflictText->setWordWrap(true);
    auto *theirs = new QPushButton(tr("Take what is on disk"), m_conflict);
    auto *mine = m_keepMine = new QPushButton(tr("Keep mine"), m_conflict);
    theirs->setObjectName(QStringLiteral("takeTheirs"));
    mine->setObjectName(QStringLiteral("keepMine"));
    theirs->setToolTip(tr("Can be undone"));
    row->addWidget(m_conflictText, 1);
    row->addWidget(theirs);
    row->addWidget(mine);
    connect(theirs, &QPushButton::clicked, this, [this] {
        if (m_document)
            m_document->resolve(DashboardDocument::Resolution::TakeTheirs);
    });
    connect(mine, &QPushButton::clicked, this, [this] {
        if (m_document)
            m_document->resolve(DashboardDocument::Resolution::KeepMine);
    });
    m_conflict->hide();
}

void EditBar::setDocument(DashboardDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    if (document == nullptr)
        return;
    connect(document, &DashboardDocument::stateChanged, this, &EditBar::showState);
    connect(document, &DashboardDocument::told, this, [this](const QString &text) { emit told(text, true); });
    showState();
}

void EditBar::showState()
{
    const QString undo = m_document->undoText();
    const QString redo = m_document->redoText();
    m_undo->setEnabled(m_document->canUndo());
    m_redo->setEnabled(m_document->canRedo());
    m_undo->setToolTip(
        plainToolTip(undo.isEmpty() ? tr("Undo (Ctrl+Z)") : tr("Undo: %1 (Ctrl+Z)").arg(undo)));
    m_redo->setToolTip(
        plainToolTip(redo.isEmpty() ? tr("Redo (Ctrl+Shift+Z)") : tr("Redo: %1 (Ctrl+Shift+Z)").arg(redo)));
    const bool dirty = m_document->isDirty();
    m_save->setEnabled(dirty || !m_document->hasFile());
    m_revert->setEnabled(dirty);
    const QString name = displayText(QFileInfo(m_document->path()).fileName(), 80);
    m_state->setText(!m_document->hasFile() ? tr("Your own copy, not saved yet: %1").arg(name)
                     : dirty                ? tr("Changed: %1").arg(name)
                                            : tr("Saved: %1").arg(name));
    m_state->setToolTip(plainToolTip(displayText(m_document->path(), 500)));
    const bool isOrigin = m_document->isOriginConflict();
    m_conflictText->setText(isOrigin
                                ? tr("What this is a copy of was changed while the copy was edited here.")
                                : tr("Somebody else changed %1 while it was edited here.").arg(name));
    m_keepMine->setToolTip(isOrigin ? tr("The copy stays as it is")
                                    : tr("Saving then writes over what is on disk"));
    m_conflict->setVisible(m_document->hasConflict());
}

void EditBar::save()
{
    if (m_document)
        tell(m_document->save());
}

void EditBar::saveAs()
{
    if (!m_document)
        return;
    auto *dialog = new QFileDialog(this, tr("Save dashboard as"),
                                   QFileInfo(m_document->path()).absolutePath(), tr("Dashboards (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QFileInfo(m_document->path()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (m_document)
            tell(m_document->saveAs(path));
    });
    dialog->open();
}

void EditBar::tell(const DashboardDocument::SaveResult &result)
{
    using Saving = DashboardDocument::Saving;
    if (result.saving == Saving::Saved)
        emit told(tr("Saved %1").arg(displayText(m_document->path(), 200)), false);
    else if (result.saving == Saving::Failed)
        emit told(result.problem, true);
}

} // namespace sightglass
