using Cake.Frosting.ChartRelease;

return ChartReleaseProgram.Run(args);
