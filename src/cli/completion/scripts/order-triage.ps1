# PowerShell completion for order-triage: the program says what can stand at the cursor

Register-ArgumentCompleter -Native -CommandName order-triage -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = @()
    $word = ''
    foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
        $extent = $element.Extent
        if ($extent.StartOffset -ge $cursorPosition) { break }
        $written = $extent.Text
        if ($extent.EndOffset -ge $cursorPosition) { $written = $written.Substring(0, $cursorPosition - $extent.StartOffset) }
        $written = $written -replace '["'']', ''
        if ($extent.EndOffset -ge $cursorPosition) { $word = $written } else { $before += $written }
    }
    $kind, $lines = @(order-triage complete "--at=$word" '--' @before 2> $null)
    # where nothing is given, PowerShell completes the names of files by itself
    if ($kind -ne 'words') { return }
    foreach ($line in $lines) {
        $value, $says = $line -split "`t", 2
        if (-not $says) { $says = $value }
        # a list with commas would be taken apart
        $written = if ($value -match ',') { "'$value'" } else { $value }
        [System.Management.Automation.CompletionResult]::new($written, $value, 'ParameterValue', $says)
    }
}
