// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/queryfieldedit.h"

#include "model/presentation/queryassistant.h"
#include "widgets/editors/promqleditor.h"
#include "widgets/views/findinglist.h"

#include <QJsonValue>
#include <QVBoxLayout>

namespace sightglass {

namespace {

QueryAssistant *assistantIn(const EditingContext &context, QObject *parent)
{
    auto *assistant = new QueryAssistant(context.pool, context.catalog, parent);
    assistant->setFeatures(context.features);
    assistant->setScrapeIntervalMs(context.scrapeIntervalMs);
    return assistant;
}

} // namespace

QueryFieldEdit::QueryFieldEdit(const EditingContext &context, const QString &hint, const Theme &theme,
                               QWidget *parent)
    : FieldEditor(parent)
    , m_editor(new PromqlEditor(assistantIn(context, this), theme, this))
    , m_findings(new FindingList(theme, this))
{
    if (!hint.isEmpty())
        m_editor->setPlaceholderText(hint);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(3);
    box->addWidget(m_editor);
    box->addWidget(m_findings);
    setFocusProxy(m_editor);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        const QString text = m_editor->query();
        if (!m_quiet)
            emit changed(text.isEmpty() ? QByteArray() : jsonTextOf(text), true);
    });
    connect(m_editor, &PromqlEditor::findingsChanged, this,
            [this] { m_findings->setFindings(m_editor->findings()); });
    connect(m_findings, &FindingList::mendChosen, m_editor, &PromqlEditor::applyMend);
}

void QueryFieldEdit::setValue(const QByteArray &json)
{
    const QString text = jsonValueOf(json).toString();
    if (text == m_editor->query())
        return;
    m_quiet = true;
    m_editor->setQuery(text);
    m_quiet = false;
}

void QueryFieldEdit::setTheme(const Theme &theme)
{
    m_editor->setTheme(theme);
    m_findings->setTheme(theme);
}

} // namespace sightglass
