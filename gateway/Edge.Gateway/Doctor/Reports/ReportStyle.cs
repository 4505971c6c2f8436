namespace Edge.Gateway.Doctor.Reports;

/// <summary>How a report looks: A4 in black and white, and on a telephone each row of a table as a card.</summary>
internal static class ReportStyle
{
    public const string Css = """
        @page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif } @bottom-left { content: "HASH"; font: 7pt monospace } }
        :root { color-scheme: light; --rule: #bbb; --soft: #555 }
        * { box-sizing: border-box }
        body { margin: 0 auto; padding: 1.2rem; max-width: 62rem; font: 15px/1.45 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; color: #111; background: #fff }
        h1 { font-size: 1.5rem; margin: 0 0 .2rem } h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; break-after: avoid }
        .sum { font-size: 1.15rem; margin: .2rem 0 1rem } .soft { color: var(--soft) } .nb { white-space: nowrap }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0 } dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
        ol { padding-left: 1.6rem; margin: 0 } li { margin: .5rem 0; break-inside: avoid } li p { margin: 0 }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums } tr { break-inside: avoid }
        th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--rule); font-weight: 400; overflow-wrap: break-word }
        thead th { font-weight: 600; border-bottom-color: #111 } .n { text-align: right } td.n { white-space: nowrap } th.n { padding-right: .8rem }
        td svg { display: block; width: 8.5rem; max-width: 100%; height: auto }
        .v { font-weight: 600; white-space: nowrap; padding: 0 .45em; border: 1px solid #111; border-radius: 3px } .v.ok { font-weight: 400; border-color: transparent; padding: 0 }
        .v.broken { background: #111; color: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact }
        .sign { display: grid; grid-template-columns: 2fr 1fr; gap: 2rem; margin-top: 3.5rem; break-inside: avoid } .sign div { border-top: 1px solid #111; padding-top: .2rem }
        @media screen and (max-width: 640px) {
          body { padding: .8rem; font-size: 16px } dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .5rem }
          table, tbody, tr, td, tbody th { display: block; width: 100% } thead { display: none } tr { border-bottom: 1px solid #111; padding: .5rem 0 }
          td, tbody th { border: 0; padding: .05rem 0; text-align: left !important } tbody th { font-weight: 600 } td:empty { display: none }
          td::before { content: attr(data-head) " "; color: var(--soft); margin-right: .4em } .sign { grid-template-columns: 1fr }
        }
        @media print { body { padding: 0; font-size: 9.5pt; max-width: none } .screen { display: none } }
        """;
}
